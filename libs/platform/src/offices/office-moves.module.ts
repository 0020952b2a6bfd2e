import { Module, type DynamicModule } from '@nestjs/common';
import type { OfficeColumn } from './office-columns.js';
import { OfficeMovesConsumer } from './office-moves.consumer.js';
import { OFFICE_COLUMNS, OfficeMoves } from './office-moves.js';

/** For a service that keeps paths of offices and subscribes to the network's topic. */
@Module({})
export class OfficeMovesModule {
  /** `heardElsewhere` for a service whose own consumer of NetworkChanged calls `OfficeMoves.note`. */
  static follow(columns: readonly OfficeColumn[], { heardElsewhere = false } = {}): DynamicModule {
    return {
      module: OfficeMovesModule,
      controllers: heardElsewhere ? [] : [OfficeMovesConsumer],
      providers: [{ provide: OFFICE_COLUMNS, useValue: columns }, OfficeMoves],
      exports: [OfficeMoves],
    };
  }
}

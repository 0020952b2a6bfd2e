import { Module } from '@nestjs/common';
import { OfficeMovesModule } from '@nqi/platform';
import { FactRepository } from './facts/fact.repository.js';
import { PgFactRepository } from './facts/fact.pg-repository.js';
import { NetworkEventsConsumer } from './facts/network-events.consumer.js';
import { RecordFactHandler } from './facts/record-fact.handler.js';
import { RequestEventsConsumer } from './facts/request-events.consumer.js';
import { TicketEventsConsumer } from './facts/ticket-events.consumer.js';
import { FiguresQuery } from './figures/figures.query.js';
import { InsightController } from './figures/insight.controller.js';
import { PROVINCE_CONTROLLERS, PROVINCE_PROVIDERS } from './province/province.wiring.js';
import { OFFICE_COLUMNS } from './office-columns.js';

@Module({
  imports: [OfficeMovesModule.follow(OFFICE_COLUMNS, { heardElsewhere: true })],
  controllers: [
    RequestEventsConsumer,
    TicketEventsConsumer,
    NetworkEventsConsumer,
    InsightController,
    ...PROVINCE_CONTROLLERS,
  ],
  providers: [
    { provide: FactRepository, useClass: PgFactRepository },
    RecordFactHandler,
    FiguresQuery,
    ...PROVINCE_PROVIDERS,
  ],
})
export class InsightModule {}

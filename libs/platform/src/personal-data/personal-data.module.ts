import { Module, type DynamicModule } from '@nestjs/common';
import type { PersonalDataPlace } from './personal-data-place.js';
import { PERSONAL_DATA_PLACES, PersonalDataAnswers } from './personal-data.answers.js';
import { PersonalDataConsumer } from './personal-data.consumer.js';

/** For a service that subscribes to the topic `person`: answers what it keeps of somebody, and gives it up. */
@Module({})
export class PersonalDataModule {
  /** The service's own tables; its audit trail is added. */
  static keptIn(places: readonly PersonalDataPlace[]): DynamicModule {
    return {
      module: PersonalDataModule,
      controllers: [PersonalDataConsumer],
      providers: [{ provide: PERSONAL_DATA_PLACES, useValue: places }, PersonalDataAnswers],
    };
  }
}

import { ErasePersonHandler } from './erase-person.handler.js';
import { ExportPersonalDataHandler } from './export-personal-data.handler.js';
import { KeepAnswerHandler } from './keep-answer.handler.js';
import { PersonalDataAnswersConsumer } from './personal-data-answers.consumer.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PgPersonalDataRepository } from './personal-data.pg-repository.js';
import { PersonalDataRepository } from './personal-data.repository.js';
import { PersonalDataRunner } from './personal-data.runner.js';

/** What the identity module runs for people who want their data, or want it gone. */
export const PERSONAL_DATA_CONTROLLERS = [PersonalDataController, PersonalDataAnswersConsumer];

export const PERSONAL_DATA_PROVIDERS = [
  { provide: PersonalDataRepository, useClass: PgPersonalDataRepository },
  ExportPersonalDataHandler,
  ErasePersonHandler,
  KeepAnswerHandler,
  PersonalDataRunner,
];

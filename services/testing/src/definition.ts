import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { officeMovesMigration, type ServiceDefinition } from '@nqi/platform';
import { CreateWork1764000000100, ReplaceableJobs1764000000110 } from '@nqi/work';
import { TestingModule } from './testing.module.js';
import { OFFICE_COLUMNS } from './office-columns.js';

export const definition: ServiceDefinition = {
  name: 'testing',
  module: TestingModule,
  migrations: [
    CreateMessaging1764000000000,
    CreateWork1764000000100,
    ReplaceableJobs1764000000110,
    officeMovesMigration(OFFICE_COLUMNS),
  ],
};

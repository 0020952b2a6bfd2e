import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { officeMovesMigration, type ServiceDefinition } from '@nqi/platform';
import { CreateWork1764000000100, ReplaceableJobs1764000000110 } from '@nqi/work';
import { MetrologyModule } from './metrology.module.js';
import { CreateInstrument1764000200000 } from './migrations/1764000200000-create-instrument.js';
import { OFFICE_COLUMNS } from './office-columns.js';

export const definition: ServiceDefinition = {
  name: 'metrology',
  module: MetrologyModule,
  migrations: [
    CreateMessaging1764000000000,
    CreateWork1764000000100,
    ReplaceableJobs1764000000110,
    CreateInstrument1764000200000,
    officeMovesMigration(OFFICE_COLUMNS),
  ],
};

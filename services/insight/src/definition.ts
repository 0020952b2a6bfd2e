import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { officeMovesMigration, type ServiceDefinition } from '@nqi/platform';
import { InsightModule } from './insight.module.js';
import { CreateFacts1764000100000 } from './migrations/1764000100000-create-facts.js';
import { FactsInAnyOrder1764000100001 } from './migrations/1764000100001-facts-in-any-order.js';
import { CreateProvinceReport1764000100110 } from './migrations/1764000100110-create-province-report.js';
import { OFFICE_COLUMNS } from './office-columns.js';

export const definition: ServiceDefinition = {
  name: 'insight',
  module: InsightModule,
  gatherMs: 250,
  migrations: [
    CreateMessaging1764000000000,
    CreateFacts1764000100000,
    FactsInAnyOrder1764000100001,
    officeMovesMigration(OFFICE_COLUMNS),
    CreateProvinceReport1764000100110,
  ],
};

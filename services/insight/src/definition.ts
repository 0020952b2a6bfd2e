import { CreateMessaging1764000000000 } from '@nqi/messaging';
import type { ServiceDefinition } from '@nqi/platform';
import { InsightModule } from './insight.module.js';
import { CreateFacts1764000100000 } from './migrations/1764000100000-create-facts.js';

export const definition: ServiceDefinition = {
  name: 'insight',
  module: InsightModule,
  migrations: [CreateMessaging1764000000000, CreateFacts1764000100000],
};

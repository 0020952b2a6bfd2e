import { CreateMessaging1764000000000 } from '@nqi/messaging';
import type { ServiceDefinition } from '@nqi/platform';
import { CreateWork1764000000100 } from '@nqi/work';
import { CertificationModule } from './certification.module.js';

export const definition: ServiceDefinition = {
  name: 'certification',
  module: CertificationModule,
  migrations: [CreateMessaging1764000000000, CreateWork1764000000100],
};

import { CreateMessaging1764000000000 } from '@nqi/messaging';
import type { ServiceDefinition } from '@nqi/platform';
import { CreateNotifications1764000200000 } from './migrations/1764000200000-create-notifications.js';
import { NotificationModule } from './notification.module.js';

export const definition: ServiceDefinition = {
  name: 'notification',
  module: NotificationModule,
  migrations: [CreateMessaging1764000000000, CreateNotifications1764000200000],
};

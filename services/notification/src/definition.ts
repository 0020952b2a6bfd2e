import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { officeMovesMigration, type ServiceDefinition } from '@nqi/platform';
import { CreateNotifications1764000200000 } from './migrations/1764000200000-create-notifications.js';
import { OpenSubjectTypes1764000200078 } from './migrations/1764000200078-open-subject-types.js';
import { NotificationModule } from './notification.module.js';
import { OFFICE_COLUMNS } from './office-columns.js';

export const definition: ServiceDefinition = {
  name: 'notification',
  module: NotificationModule,
  migrations: [
    CreateMessaging1764000000000,
    CreateNotifications1764000200000,
    OpenSubjectTypes1764000200078,
    officeMovesMigration(OFFICE_COLUMNS),
  ],
};

import type { PersonalDataPlace } from '@nqi/platform';

/** Where this service keeps data of people who sign in: messages go to organisations, reading them is a person's. */
export const PERSONAL_DATA_PLACES: readonly PersonalDataPlace[] = [
  {
    what: { zh: '已读消息', en: 'Messages read' },
    table: 'notification_read',
    where: 'user_id = $1::uuid',
    by: 'userId',
    show: ['notification_id', 'read_at'],
    erasure: 'remove',
  },
];

import { TOPICS, UserChangedSchema, eventMessage, toTimestamp, type EventMessage } from '@nqi/contracts';
import type { Account } from './account.js';

export const userChanged = (account: Account): EventMessage =>
  eventMessage(TOPICS.user, account.id, UserChangedSchema, {
    userId: account.id,
    username: account.username,
    roles: [...account.roles],
    organizationId: account.organizationId,
    active: account.active,
    changedAt: toTimestamp(account.changedAt),
  });

import { PersonalDataRequestedSchema, TOPICS, eventMessage, toTimestamp, type EventMessage } from '@nqi/contracts';
import type { PersonalDataCase } from './personal-data-case.js';

export const personalDataRequested = (one: PersonalDataCase, username: string, publicKey = ''): EventMessage =>
  eventMessage(TOPICS.person, one.userId, PersonalDataRequestedSchema, {
    caseId: one.id,
    userId: one.userId,
    username,
    kind: one.kind,
    publicKey,
    pseudonym: one.pseudonym ?? '',
    requestedAt: toTimestamp(one.requestedAt),
  });

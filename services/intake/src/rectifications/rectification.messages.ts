import {
  RectificationAdvancedSchema,
  RectificationOverdueSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import { requestRef } from '../requests/request-ref.js';
import type { RectificationEvent, RectificationRecord } from './rectification.js';

/** A case's event for Kafka, keyed by its request. */
export function toMessage(found: RectificationRecord, event: RectificationEvent): EventMessage {
  const about = { request: requestRef(found), rectification: refOf(found) };
  if (event.type === 'overdue') {
    return eventMessage(TOPICS.request, found.requestId, RectificationOverdueSchema, {
      ...about,
      clock: event.clock,
      dueAt: toTimestamp(event.dueAt),
      notedAt: toTimestamp(event.at),
    });
  }
  return eventMessage(TOPICS.request, found.requestId, RectificationAdvancedSchema, {
    ...about,
    step: event.step,
    fromStatus: event.from ?? '',
    stars: found.stars ?? 0,
    newStars: found.newStars ?? 0,
    callBackDueAt: toTimestamp(found.callBackDueAt),
    rectifyDueAt: toTimestamp(found.rectifyDueAt),
    advancedAt: toTimestamp(event.act.at),
  });
}

function refOf({ id, cause, nodePath, status, version }: RectificationRecord) {
  return { rectificationId: id, cause, nodePath, status, version };
}

import { DemandAdvancedSchema, TOPICS, eventMessage, toTimestamp, type EventMessage } from '@nqi/contracts';
import { requestRef } from '../requests/request-ref.js';
import type { DemandEvent, DemandRecord } from './demand.js';

/** A demand's event for Kafka, keyed by its request. */
export function toMessage(demand: DemandRecord, { step, note, at }: DemandEvent): EventMessage {
  const { requestId, itemId, nodePath, status, version, dueAt } = demand;
  return eventMessage(TOPICS.request, requestId, DemandAdvancedSchema, {
    request: requestRef(demand),
    demand: { itemId, nodePath, status, version },
    step,
    note,
    ...(dueAt && { dueAt: toTimestamp(dueAt) }),
    advancedAt: toTimestamp(at),
  });
}

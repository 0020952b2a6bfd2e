import {
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestItemCorrectedSchema,
  RequestItemForgoneSchema,
  RequestItemReadySchema,
  RequestRatedSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { NodeLevel } from '@nqi/kernel';
import type { RequestEvent } from './request.events.js';
import type { RequestItemState, RequestState } from './request.js';
import { requestRef } from './request-ref.js';

type ItemReady = Extract<RequestEvent, { type: 'RequestItemReady' }>;

/** The contract's words for the tiers of the service system. */
const PERFORMING_LEVELS: Readonly<Record<NodeLevel, string>> = {
  province: 'provincial',
  city: 'municipal',
  county: 'county',
  park: 'park',
};

/** A request's event for Kafka, keyed by the request. */
export function toMessage(request: RequestState, event: RequestEvent): EventMessage {
  const ref = requestRef({ ...request, requestId: request.id });
  switch (event.type) {
    case 'RequestFiled':
      return eventMessage(TOPICS.request, request.id, RequestFiledSchema, {
        request: ref,
        items: request.items.map(({ id, serviceCode, domain }) => ({ itemId: id, serviceCode, domain })),
        packageCode: request.packageCode ?? '',
        mode: request.mode,
        urgency: request.urgency,
        filedBy: request.filedBy,
        filedAt: toTimestamp(event.at),
      });
    case 'RequestItemReady':
      return itemReady(request, event);
    case 'RequestItemForgone':
      return itemForgone(request, itemOf(request, event.itemId), event.at);
    case 'RequestItemCorrected':
      return eventMessage(TOPICS.request, request.id, RequestItemCorrectedSchema, {
        request: ref,
        itemId: event.itemId,
        formJson: JSON.stringify(itemOf(request, event.itemId).form),
        correctedAt: toTimestamp(event.at),
      });
    case 'RequestCancelled':
      return eventMessage(TOPICS.request, request.id, RequestCancelledSchema, {
        request: ref,
        itemIds: [...event.itemIds],
        reason: event.reason,
        cancelledBy: event.by,
        cancelledAt: toTimestamp(event.at),
      });
    case 'RequestCompleted':
      return eventMessage(TOPICS.request, request.id, RequestCompletedSchema, {
        request: ref,
        completedAt: toTimestamp(event.at),
      });
    case 'RequestRated':
      return eventMessage(TOPICS.request, request.id, RequestRatedSchema, {
        request: ref,
        stars: event.stars,
        reasons: [...event.reasons],
        ratedAt: toTimestamp(event.at),
      });
  }
}

function itemReady(request: RequestState, { itemId, promise, splitFrom, at }: ItemReady): EventMessage {
  const item = itemOf(request, itemId);
  return eventMessage(TOPICS.request, request.id, RequestItemReadySchema, {
    request: requestRef({ ...request, requestId: request.id }),
    itemId: item.id,
    serviceCode: item.serviceCode,
    serviceNameZh: promise.serviceName.zh,
    serviceNameEn: promise.serviceName.en,
    domain: item.domain,
    performingLevel: PERFORMING_LEVELS[promise.performingLevel],
    completeLimitDays: promise.completeLimitDays,
    mode: request.mode,
    urgency: request.urgency,
    contactName: request.contact.name,
    contactPhone: request.contact.phone,
    formJson: JSON.stringify(item.form),
    chosenInstitutionId: item.chosenInstitutionId ?? '',
    wantedDate: request.wantedDate ?? '',
    recommendedByPlatform: item.recommendedByPlatform,
    filedAt: toTimestamp(request.filedAt),
    readyAt: toTimestamp(at),
    ...(splitFrom && { promisedFrom: toTimestamp(splitFrom.promisedFrom), splitFromTicketId: splitFrom.ticketId }),
  });
}

function itemForgone(request: RequestState, item: RequestItemState, at: Date): EventMessage {
  const name = request.plan?.promises[item.id]?.serviceName;
  return eventMessage(TOPICS.request, request.id, RequestItemForgoneSchema, {
    request: requestRef({ ...request, requestId: request.id }),
    itemId: item.id,
    serviceCode: item.serviceCode,
    serviceNameZh: name?.zh ?? item.serviceCode,
    serviceNameEn: name?.en ?? item.serviceCode,
    forgoneAt: toTimestamp(at),
  });
}

function itemOf(request: RequestState, itemId: string): RequestItemState {
  const item = request.items.find(({ id }) => id === itemId);
  if (!item) throw new Error(`request ${request.id} has no item ${itemId}`);
  return item;
}

import {
  QuoteAnsweredSchema,
  QuoteEndedSchema,
  QuoteOfferedSchema,
  QuoteRemindedSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import { formatFen } from '@nqi/kernel';
import type { Step } from '../requests/request.events.js';
import { requestRef } from '../requests/request-ref.js';
import { isAnswer } from './quote-state.js';
import type { QuoteEvent, QuoteRecord } from './quote.js';

/** A quote's event for Kafka, keyed by its request. */
export function toMessage(quote: QuoteRecord, event: QuoteEvent): EventMessage {
  const about = { request: requestRef(quote), quote: refOf(quote) };
  if (event.type === 'offered') {
    return eventMessage(TOPICS.request, quote.requestId, QuoteOfferedSchema, {
      ...about,
      offeredAt: toTimestamp(event.at),
    });
  }
  if (event.type === 'reminded') {
    return eventMessage(TOPICS.request, quote.requestId, QuoteRemindedSchema, {
      ...about,
      remindedAt: toTimestamp(event.at),
    });
  }
  const reason = event.reason ?? '';
  if (isAnswer(event.end)) {
    return eventMessage(TOPICS.request, quote.requestId, QuoteAnsweredSchema, {
      ...about,
      reason,
      answeredAt: toTimestamp(event.at),
    });
  }
  return eventMessage(TOPICS.request, quote.requestId, QuoteEndedSchema, {
    ...about,
    reason,
    endedAt: toTimestamp(event.at),
  });
}

/** The line of the request's history; a reminder has none. */
export function stepOf(quote: QuoteRecord, event: QuoteEvent): (Step & { readonly itemId: string }) | undefined {
  const { itemId, totalFen, validUntil, institutionName } = quote;
  const nodeCode = lastOf(quote.nodePath);
  if (event.type === 'reminded') return undefined;
  if (event.type === 'offered') {
    const detail = { nodeCode, institutionName, total: formatFen(totalFen), validUntil };
    return { kind: 'quoted', at: event.at, itemId, detail };
  }
  const detail = { total: formatFen(totalFen), quoteStatus: event.end, reason: event.reason ?? '' };
  return { kind: 'quote-ended', at: event.at, itemId, detail };
}

function refOf(quote: QuoteRecord) {
  return {
    quoteId: quote.id,
    itemId: quote.itemId,
    serviceCode: quote.serviceCode,
    serviceNameZh: quote.serviceName.zh,
    serviceNameEn: quote.serviceName.en,
    ticketId: quote.ticketId,
    nodePath: quote.nodePath,
    institutionId: quote.institutionId ?? '',
    totalFen: BigInt(quote.totalFen),
    validUntil: quote.validUntil,
    status: quote.status,
    version: quote.version,
  };
}

const lastOf = (nodePath: string): string => nodePath.slice(nodePath.lastIndexOf('/') + 1);

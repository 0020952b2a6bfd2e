import {
  ReferralAcceptedSchema,
  ReferralCancelledSchema,
  ReferralClosedSchema,
  ReferralDeclinedSchema,
  ReferralDispatchedSchema,
  ReferralOfferedSchema,
  ReferralOverdueSchema,
  ReferralReceivedSchema,
  ReferralReturnedSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { ReferralDue } from './referral-clock.js';
import type { ReferralEvent, ReferralRecord } from './referral.js';
import type { ReferredTicket } from './referral.repository.js';

export interface ReferralNews {
  readonly record: ReferralRecord;
  readonly ticket: ReferredTicket;
  readonly events: readonly ReferralEvent[];
  readonly due: ReferralDue | undefined;
  /** Where an office hangs; empty for no office. */
  readonly pathOf: (code: string | undefined) => string;
  readonly hubPath: string;
}

/** What the other services hear of a referral's events, in order; a draft concerns nobody but its author. */
export function referralMessages(news: ReferralNews): EventMessage[] {
  return news.events.map((event) => toMessage(news, event)).filter((message) => message !== undefined);
}

function toMessage(news: ReferralNews, event: ReferralEvent): EventMessage | undefined {
  const { id } = news.record;
  const referral = referralRef(news, event.version);
  const at = toTimestamp(event.at);
  const dueAt = news.due && toTimestamp(news.due.at);
  const topic = TOPICS.referral;
  const note = event.note ?? '';
  switch (event.step) {
    case 'OFFERED':
      return eventMessage(topic, id, ReferralOfferedSchema, { referral, offeredAt: at, answerDueAt: dueAt });
    case 'ACCEPTED':
      return eventMessage(topic, id, ReferralAcceptedSchema, { referral, acceptedAt: at });
    case 'OFFER_DECLINED':
      return eventMessage(topic, id, ReferralDeclinedSchema, {
        referral,
        officeCode: event.office,
        officePath: news.pathOf(event.office),
        reasonCode: event.reasonCode ?? '',
        note,
        declinedAt: at,
      });
    case 'DISPATCHED':
      return eventMessage(topic, id, ReferralDispatchedSchema, { referral, what: note, dispatchedAt: at });
    case 'RECEIVED':
      return eventMessage(topic, id, ReferralReceivedSchema, {
        referral,
        condition: note,
        receivedAt: at,
        returnDueAt: dueAt,
      });
    case 'RETURNED':
      return eventMessage(topic, id, ReferralReturnedSchema, {
        referral,
        result: note,
        returnedAt: at,
        returnedOnTime: news.due?.isLate === false,
      });
    case 'CLOSED':
      return eventMessage(topic, id, ReferralClosedSchema, { referral, closedAt: at });
    case 'CANCELLED':
      return eventMessage(topic, id, ReferralCancelledSchema, { referral, reason: note, cancelledAt: at });
    case 'OVERDUE':
    case 'ESCALATED': {
      const escalated = event.step === 'ESCALATED';
      const hubPath = escalated ? news.hubPath : '';
      const facts = { referral, returnDueAt: dueAt, noticedAt: at, escalated, hubPath };
      return eventMessage(topic, id, ReferralOverdueSchema, facts);
    }
    case 'DRAFTED':
    case 'DECLINED':
      return undefined;
  }
}

function referralRef({ record, ticket, pathOf }: ReferralNews, version: number) {
  return {
    referralId: record.id,
    ticketId: record.ticketId,
    ticketNo: ticket.ticketNo,
    serviceCode: ticket.serviceCode,
    serviceNameZh: ticket.serviceName.zh,
    serviceNameEn: ticket.serviceName.en,
    domain: ticket.domain,
    enterpriseName: ticket.enterpriseName,
    purpose: record.purpose,
    ownerCode: ticket.ownerCode,
    ownerPath: ticket.ownerPath,
    partnerCode: record.partnerCode ?? '',
    partnerPath: pathOf(record.partnerCode),
    version,
  };
}

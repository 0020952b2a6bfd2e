import { randomUUID } from 'node:crypto';
import {
  TOPICS,
  TicketAcceptedSchema,
  TicketCancelledSchema,
  TicketInstitutionReplacedSchema,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import { DOMAIN_LABELS, NUMBER_LETTERS, type TechnicalDomain } from '@nqi/kernel';

/** The enterprise and the workstation that a ticket of a test belongs to. */
export const USCC = '91370481MA3ABCD159';
export const NODE_PATH = 'PROV-370000/HUB-370400/WS-370481';

/** A ticket as routing tells of it. */
export type TicketFacts = ReturnType<ReturnType<typeof ticketsOf>>;

/** Tickets of a domain, to be performed by an institution; a test states only what matters to it. */
export const ticketsOf =
  (home: TechnicalDomain, institutionId: string) =>
  (serviceCode: string, domain: TechnicalDomain = home) => ({
    ticketId: randomUUID(),
    ticketNo: `TK-${NUMBER_LETTERS[home]}-20261124-000001`,
    requestId: randomUUID(),
    requestNo: `ZZ-${NUMBER_LETTERS[home]}-20261124-000001`,
    itemId: randomUUID(),
    serviceCode,
    serviceNameZh: `${DOMAIN_LABELS[home].zh}服务`,
    serviceNameEn: DOMAIN_LABELS[home].en,
    domain: domain as string,
    enterpriseUscc: USCC,
    enterpriseName: '滕州市演示机床有限公司',
    nodeCode: 'WS-370481',
    nodePath: NODE_PATH,
    institutionId,
    institutionName: `演示机构 ${institutionId}`,
    version: 2,
  });

/** The event by which a domain hears of its work. */
export const accepted = (ticket: TicketFacts, form: unknown, mode = 'online'): EventMessage =>
  eventMessage(TOPICS.ticket, ticket.ticketId, TicketAcceptedSchema, {
    ticket,
    acceptedBy: 'clerk-WS-370481',
    acceptedAt: toTimestamp(new Date()),
    acceptDueAt: toTimestamp(new Date()),
    completeDueAt: toTimestamp(new Date()),
    acceptWorkingMinutes: 10,
    acceptedOnTime: true,
    formJson: JSON.stringify(form),
    mode,
    urgency: 'normal',
  });

/** The ticket as another institution has it by a later version, taken from the one that had it. */
export const replaced = (ticket: TicketFacts, by: Partial<TicketFacts>, form: unknown): EventMessage =>
  eventMessage(TOPICS.ticket, ticket.ticketId, TicketInstitutionReplacedSchema, {
    ticket: { ...ticket, ...by },
    fromInstitutionId: ticket.institutionId,
    fromInstitutionName: ticket.institutionName,
    reason: '设备故障',
    replacedBy: 'dispatcher',
    replacedAt: toTimestamp(new Date()),
    formJson: JSON.stringify(form),
    mode: 'online',
  });

export const cancelled = (ticket: TicketFacts, reason: string): EventMessage =>
  eventMessage(TOPICS.ticket, ticket.ticketId, TicketCancelledSchema, {
    ticket,
    reason,
    cancelledAt: toTimestamp(new Date()),
  });

import { randomUUID } from 'node:crypto';
import { TOPICS, TicketAcceptedSchema, TicketCancelledSchema, eventMessage, toTimestamp } from '@nqi/contracts';

export const USCC = '91370481MA3ABCD159';
export const NODE_PATH = 'PROV-370000/HUB-370400/WS-370481';
export const INSTITUTION = 'ORG028';

/** A ticket of this domain as routing tells of it; a test states only what matters to it. */
export const aTicket = (serviceCode: string, domain = 'certification') => ({
  ticketId: randomUUID(),
  ticketNo: 'TK-RZ-20261124-000001',
  requestId: randomUUID(),
  requestNo: 'ZZ-RZ-20261124-000001',
  itemId: randomUUID(),
  serviceCode,
  serviceNameZh: '认证服务',
  serviceNameEn: 'Certification',
  domain,
  enterpriseUscc: USCC,
  enterpriseName: '滕州市演示机床有限公司',
  nodeCode: 'WS-370481',
  nodePath: NODE_PATH,
  institutionId: INSTITUTION,
  institutionName: '演示认证中心',
  version: 2,
});
export type Ticket = ReturnType<typeof aTicket>;

export const accepted = (ticket: Ticket, form: unknown, mode = 'online') =>
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

export const cancelled = (ticket: Ticket, reason: string) =>
  eventMessage(TOPICS.ticket, ticket.ticketId, TicketCancelledSchema, {
    ticket,
    reason,
    cancelledAt: toTimestamp(new Date()),
  });

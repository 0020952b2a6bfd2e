import { randomUUID } from 'node:crypto';
import { TOPICS, TicketAcceptedSchema, TicketCancelledSchema, eventMessage, toTimestamp } from '@nqi/contracts';

export const USCC = '91370481MA3ABCD159';
export const NODE_PATH = 'PROV-370000/HUB-370400/WS-370481';
export const INSTITUTION = 'ORG006';

/** A ticket of this domain as routing tells of it; a test states only what matters to it. */
export const aTicket = (serviceCode: string, domain = 'testing') => ({
  ticketId: randomUUID(),
  ticketNo: 'TK-JC-20261124-000001',
  requestId: randomUUID(),
  requestNo: 'ZZ-JC-20261124-000001',
  itemId: randomUUID(),
  serviceCode,
  serviceNameZh: '检验检测服务',
  serviceNameEn: 'Testing',
  domain,
  enterpriseUscc: USCC,
  enterpriseName: '滕州市演示面粉有限公司',
  nodeCode: 'WS-370481',
  nodePath: NODE_PATH,
  institutionId: INSTITUTION,
  institutionName: '枣庄市产品质量监督检验所',
  version: 2,
});
export type Ticket = ReturnType<typeof aTicket>;

export const accepted = (ticket: Ticket, form: unknown, mode = 'offline') =>
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

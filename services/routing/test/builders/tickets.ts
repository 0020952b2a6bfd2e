import { shanghaiInstant, type ServiceDomain } from '@nqi/kernel';
import { CalendarEdition } from '../../src/clocks/published-calendar.js';
import { SHIPPED_POLICY } from '../../src/clocks/sla-policy.js';
import type { ClockSegment, Terms } from '../../src/clocks/ticket-clocks.js';
import type { InstitutionChoice, TriageReason } from '../../src/rules/decision.js';
import { referenceCalendar } from '../../src/terms/reference-calendar.seed.js';
import { Ticket, type Act } from '../../src/tickets/ticket.js';

/** What shipped: one day to accept, two to answer, the shipped ladder, no office with hours of its own. */
export const TERMS: Terms = { policy: SHIPPED_POLICY, calendar: new CalendarEdition(1, referenceCalendar()) };
export const PARK = { code: 'WS-370481901', path: 'PROV-370000/HUB-370400/WS-370481/WS-370481901' };
export const HUB = { code: 'HUB-370400', path: 'PROV-370000/HUB-370400' };
export const COUNTY = { code: 'WS-370481', path: 'PROV-370000/HUB-370400/WS-370481' };
export const PROPOSED = { id: 'ORG011', name: '滕州市检验检测中心' };
export const OTHER = { id: 'ORG005', name: '枣庄市计量测试所' };
export const JOB = { id: '0190a000-0000-7000-8000-000000000009', institutionId: PROPOSED.id };
export const ROUTED_AT = shanghaiInstant('2026-11-24', '09:00');

export const by = (actor: string, time: string, date = '2026-11-24'): Act => ({
  actor,
  at: shanghaiInstant(date, time),
});
export const clerk = (time: string, date?: string) => by('clerk', time, date);

export interface Given {
  domain?: ServiceDomain;
  institution?: typeof PROPOSED | null;
  choice?: InstitutionChoice;
  triage?: TriageReason;
  terms?: Terms;
  before?: readonly ClockSegment[];
}

export function routedTicket({
  domain = 'metrology',
  institution = PROPOSED,
  choice = 'statutory',
  triage,
  terms = TERMS,
  before,
}: Given = {}): Ticket {
  return Ticket.route(
    { id: 'ticket-1', ticketNo: 'TK-JL-20261124-000001' },
    {
      requestId: 'request-1',
      requestNo: 'ZZ-JL-20261124-000001',
      itemId: 'item-1',
      serviceCode: 'MET-001',
      serviceName: { zh: '强制检定', en: 'Mandatory verification' },
      domain,
      enterprise: { uscc: '91370481XD4164886N', name: '滕州演示' },
      contact: { name: '张三', phone: '13800005678' },
      regionCode: '370481',
      mode: 'online',
      urgency: 'normal',
      formJson: '{"instruments":[]}',
      filedAt: ROUTED_AT,
    },
    {
      node: triage ? { ...HUB, reasonCode: triage } : { ...PARK, reasonCode: 'PARK_STATION' },
      ...(triage && { triage }),
      institutionChoice: choice,
      ...(institution && { institution }),
      ...(before && { before }),
    },
    5,
    ROUTED_AT,
    terms,
  );
}

/** A ticket in a state, with its past events pulled. */
export function ticketThat(
  is: 'routed' | 'accepted' | 'in progress' | 'paused' | 'returned' | 'resolved' | 'cancelled',
  given?: Given,
) {
  const ticket = routedTicket(given);
  if (['accepted', 'in progress', 'paused', 'resolved'].includes(is)) ticket.accept(clerk('09:30'));
  if (is === 'in progress' || is === 'resolved') ticket.start(JOB, shanghaiInstant('2026-11-24', '09:31'));
  if (is === 'paused') ticket.pause(clerk('10:00'), 'WAIT_SAMPLE');
  if (is === 'returned') ticket.return(clerk('10:00'), ['营业执照']);
  if (is === 'resolved') ticket.finish(JOB, ['JL-1'], shanghaiInstant('2026-11-24', '15:00'));
  if (is === 'cancelled') ticket.cancel(by('owner', '10:00'), '不再需要');
  ticket.pullEvents();
  return ticket;
}

export const typesOf = (ticket: Ticket): string[] => ticket.pullEvents().map(({ type }) => type);

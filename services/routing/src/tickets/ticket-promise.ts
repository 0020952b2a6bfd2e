import { addSpan, type Span } from '@nqi/kernel';
import { promised, type OpenTickets, type SlaPolicy } from '../clocks/sla-policy.js';
import {
  LIMITED,
  LIMITED_STAGES,
  type LimitName,
  type ServiceLevel,
  type StageLimits,
} from '../clocks/service-level.js';
import { TicketClocks, type Terms } from '../clocks/ticket-clocks.js';
import { NODE_LEVELS } from '../network/service-node.js';
import type { TicketFact } from './ticket-events.js';
import type { TicketRecord, TicketState } from './ticket-state.js';

type Promised = Pick<TicketState, 'serviceCode' | 'domain' | 'nodePath' | 'urgency' | 'catalogueDays'>;

/** Why open tickets are counted anew, and what that may do to them. */
export interface Renewal {
  readonly cause: 'POLICY' | 'CALENDAR';
  readonly openTickets: OpenTickets;
}

/** The limits that a policy gives a ticket at the office that holds it. */
export function promiseOf(ticket: Promised, policy: SlaPolicy): ServiceLevel {
  const { serviceCode, domain, urgency, catalogueDays } = ticket;
  const level = NODE_LEVELS[ticket.nodePath.split('/').length - 1] ?? 'PARK';
  return promised(policy, { serviceCode, domain, urgency, catalogueDays, level });
}

/**
 * What an open ticket is promised once other terms are published. `better-of-both` takes, clock by clock, the limit
 * that ends earlier for this ticket as it stands; a limit that only one side names is taken. A
 * clock that has not started yet is compared as if it had at routing.
 */
export function renewedPromise(state: TicketState, terms: Terms, openTickets: OpenTickets): ServiceLevel {
  if (openTickets === 'keep') return state.serviceLevel;
  const fresh = promiseOf(state, terms.policy);
  if (openTickets === 'migrate') return fresh;
  const endOf = (serviceLevel: ServiceLevel, limit: LimitName) => {
    const span = serviceLevel[limit];
    const due = new TicketClocks({ ...state, serviceLevel }, terms).dueOf(limit);
    return due ?? (span && addSpan(terms.calendar.working, state.routedAt, span));
  };
  const better = (limit: LimitName) => {
    const [before, after] = [endOf(state.serviceLevel, limit), endOf(fresh, limit)];
    const renewed = after && (!before || after.at < before.at);
    return renewed ? fresh[limit] : state.serviceLevel[limit];
  };
  const stages = betterStages(state, fresh.stages, terms);
  return {
    ...Object.fromEntries(LIMITED.map((limit) => [limit, better(limit)]).filter(([, span]) => span !== undefined)),
    ...(stages && { stages }),
  } as ServiceLevel;
}

/** Stage by stage the limit that is over first, counted from routing. */
function betterStages(
  { serviceLevel: { stages: before = {} }, routedAt }: TicketState,
  after: StageLimits = {},
  { calendar }: Terms,
): StageLimits | undefined {
  const end = (span: Span) => addSpan(calendar.working, routedAt, span).at;
  const better = LIMITED_STAGES.flatMap((stage) => {
    const [was, is] = [before[stage], after[stage]];
    const span = was && is ? (end(is) < end(was) ? is : was) : (was ?? is);
    return span ? [[stage, span] as const] : [];
  });
  return better.length > 0 ? Object.fromEntries(better) : undefined;
}

/** What is told of a renewal; undefined when it moved nothing that anybody was promised. */
export function promiseChange(
  before: TicketRecord,
  { acceptDueAt, completeDueAt, dueEstimated, policyVersion, calendarVersion }: TicketRecord,
  { cause, openTickets }: Renewal,
): TicketFact | undefined {
  const same =
    before.acceptDueAt.getTime() === acceptDueAt.getTime() &&
    before.completeDueAt.getTime() === completeDueAt.getTime() &&
    before.dueEstimated === dueEstimated;
  if (same) return undefined;
  return {
    type: 'TicketPromiseChanged',
    cause,
    ...(cause === 'POLICY' && { openTickets }),
    policyVersion,
    calendarVersion,
    before: { acceptDueAt: before.acceptDueAt, completeDueAt: before.completeDueAt },
    acceptDueAt,
    completeDueAt,
    dueEstimated,
  };
}

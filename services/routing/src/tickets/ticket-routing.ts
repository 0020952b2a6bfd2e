import { CLIENT_CHOICE } from '../clocks/service-level.js';
import type { ClockSegment, Terms } from '../clocks/ticket-clocks.js';
import type { InstitutionChoice, TriageReason } from '../rules/decision.js';
import { promiseOf } from './ticket-promise.js';
import { awaitsChoice, type InstitutionRef, type TicketOrder, type TicketState } from './ticket-state.js';

export interface Office {
  readonly code: string;
  readonly path: string;
}

/** Where the router sends an order. */
export interface Routing {
  readonly node: Office & { readonly reasonCode: string };
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  /** Nobody can serve it: it waits at `node` for a person to place it. */
  readonly triage?: TriageReason;
  /** Of what was split off another ticket: the clocks that ran and stood still for it before. */
  readonly before?: readonly ClockSegment[];
}

export interface TicketIdentity {
  readonly id: string;
  readonly ticketNo: string;
}

/** The actor of what nobody pressed a button for. */
export const SYSTEM = 'system';

/** A ticket as it begins, promised what the terms of the moment say. */
export function routedState(
  identity: TicketIdentity,
  order: TicketOrder,
  { node, institution, institutionChoice, triage, before }: Routing,
  catalogueDays: number,
  at: Date,
  { policy, calendar }: Terms,
): TicketState {
  const office = { nodeCode: node.code, nodePath: node.path };
  const waits = awaitsChoice({ status: 'ROUTED', institutionChoice, triage });
  return {
    ...order,
    ...identity,
    ...office,
    ...(institution && { institution }),
    institutionChoice,
    status: 'ROUTED',
    ...(triage && { triage }),
    catalogueDays,
    serviceLevel: promiseOf({ ...order, ...office, catalogueDays }, policy),
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    segments: firstSegments(node.code, waits, at, before),
    marks: { accept: 'on-time', complete: 'on-time' },
    escalations: [],
    priority: order.urgency === 'urgent' ? 1 : 0,
    urged: 0,
    routedAt: at,
    version: 0,
  };
}

/**
 * The clocks run from routing; not while it is the client's turn to choose. What was split off goes on with those of the
 * ticket it came from, its pauses included; one that is still open ends, unless it is the same that begins here.
 */
function firstSegments(office: string, waits: boolean, at: Date, before: readonly ClockSegment[] = []): ClockSegment[] {
  const here = { actor: SYSTEM, from: at, stage: 'ROUTED', office };
  if (!waits) return [...before, { state: 'running', cause: 'ROUTED', ...here }];
  if (before.at(-1)?.cause === CLIENT_CHOICE) return [...before];
  return [...before, { state: 'paused', cause: CLIENT_CHOICE, ...here }];
}

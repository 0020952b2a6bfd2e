import type { Terms } from '../clocks/ticket-clocks.js';
import type { InstitutionChoice, TriageReason } from '../rules/decision.js';
import { promiseOf } from './ticket-promise.js';
import type { InstitutionRef, TicketOrder, TicketState } from './ticket-state.js';

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
  /** When the promise was made, where that was before: for what was split off another ticket. */
  readonly promisedFrom?: Date;
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
  { node, institution, institutionChoice, triage, promisedFrom }: Routing,
  catalogueDays: number,
  at: Date,
  { policy, calendar }: Terms,
): TicketState {
  const office = { nodeCode: node.code, nodePath: node.path };
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
    segments: [
      {
        state: 'running',
        cause: 'ROUTED',
        actor: SYSTEM,
        from: promisedFrom ?? at,
        stage: 'ROUTED',
        office: node.code,
      },
    ],
    marks: { accept: 'on-time', complete: 'on-time' },
    escalations: [],
    priority: order.urgency === 'urgent' ? 1 : 0,
    urged: 0,
    routedAt: at,
    version: 0,
  };
}

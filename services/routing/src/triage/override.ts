import type { InstitutionChoice, TriageReason } from '../rules/decision.js';
import type { InstitutionRef, TicketState, TicketStatus } from '../tickets/ticket-state.js';
import { isAbove, isOfficeServed } from '../tickets/ticket-state.js';
import { notOverridable, nothingOverridden, workBeingOrdered } from './triage.errors.js';
import { institutionNotWanted, withProvince } from '../tickets/ticket.errors.js';

/** What a person puts in the place of what the router decided. */
export interface OverrideTo {
  readonly office?: { readonly code: string; readonly path: string };
  readonly institution?: InstitutionRef;
}

/** A person's word against the router's, as the history and the receipt keep it. */
export interface RouteOverride {
  readonly type: 'TicketOverridden';
  readonly reasonCode: 'MANUAL';
  readonly reason: string;
  readonly fromNodeCode: string;
  readonly toNodeCode: string;
  readonly fromInstitutionId?: string;
  readonly toInstitutionId?: string;
  /** Why it had waited for a person. */
  readonly triage?: TriageReason;
}

export interface OverridePatch {
  readonly nodeCode: string;
  readonly nodePath: string;
  readonly assignee: string | undefined;
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  readonly triage: undefined;
  readonly handedUpAt: undefined;
}

const OVERRIDABLE: readonly TicketStatus[] = ['ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'RETURNED'];

/**
 * The route that a person chooses instead, until the ticket ends. Clocks go on: the promise was made for the whole. An
 * institution that has its order (`replaced`) is only put out of it once its job is known, so that there is never doubt
 * which of two jobs the ticket follows.
 */
export function override(
  ticket: TicketState,
  to: OverrideTo,
  reason: string,
): { readonly patch: OverridePatch; readonly fact: RouteOverride; readonly replaced: boolean } {
  if (!OVERRIDABLE.includes(ticket.status)) throw notOverridable(ticket.status);
  const { institution: had, nodeCode: from, triage } = ticket;
  const office = to.office ?? { code: from, path: ticket.nodePath };
  const institution = to.institution ?? had;
  const moves = office.code !== from;
  const renames = institution?.id !== had?.id;
  if (!moves && isAbove(ticket)) throw withProvince();
  if (renames && isOfficeServed(ticket.domain)) throw institutionNotWanted();
  const replaced = renames && ticket.acceptedAt !== undefined;
  if (replaced && ticket.jobId === undefined) throw workBeingOrdered();
  if (!moves && !renames && !(triage !== undefined && to.office)) throw nothingOverridden();
  return {
    replaced,
    patch: {
      nodeCode: office.code,
      nodePath: office.path,
      assignee: moves ? undefined : ticket.assignee,
      ...(institution && { institution }),
      institutionChoice: renames && ticket.institutionChoice !== 'statutory' ? 'platform' : ticket.institutionChoice,
      triage: undefined,
      handedUpAt: undefined,
    },
    fact: {
      type: 'TicketOverridden',
      reasonCode: 'MANUAL',
      reason,
      fromNodeCode: from,
      toNodeCode: office.code,
      ...(had && { fromInstitutionId: had.id }),
      ...(institution && { toInstitutionId: institution.id }),
      ...(triage !== undefined && { triage }),
    },
  };
}

import type { Escalation } from '../clocks/escalation-ladder.js';
import type { ClockName, PauseReason } from '../clocks/service-level.js';
import type { OpenTickets } from '../clocks/sla-policy.js';
import type { RouteOverride } from '../triage/override.js';
import type { InstitutionRef } from './ticket-state.js';

interface Stamp {
  /** Version of the ticket after this event; every event raises it by one. */
  readonly version: number;
  readonly at: Date;
  /** Username, or `system` for what nobody pressed a button for. */
  readonly actor: string;
}

/** How the client's choice came to be known. */
export interface ChoiceNote {
  /** An office wrote it down for the client; it then says how it knows. */
  readonly onBehalf: boolean;
  readonly note?: string;
}

export type TicketFact =
  | { readonly type: 'TicketRouted'; readonly reasonCode: string }
  | {
      readonly type: 'TicketAccepted';
      readonly acceptDueAt: Date;
      readonly completeDueAt: Date;
      readonly workingMinutes: number;
      readonly onTime: boolean;
      /** Set when the institution is not the one proposed. */
      readonly override?: InstitutionOverride;
    }
  | ({
      readonly type: 'TicketInstitutionChosen';
      readonly institutionId: string;
      /** The clocks stood still until then. */
      readonly acceptDueAt: Date;
      readonly completeDueAt: Date;
    } & ChoiceNote)
  | { readonly type: 'TicketAssigned'; readonly assignee: string }
  | {
      readonly type: 'TicketTransferred';
      readonly fromNodeCode: string;
      readonly toNodeCode: string;
      readonly reason: string;
      readonly escalated: boolean;
    }
  /** After acceptance: the one before had its order already, the new one gets it by this. */
  | {
      readonly type: 'TicketInstitutionReplaced';
      readonly from: InstitutionRef | undefined;
      /** The job that ends. */
      readonly fromJobId: string;
      readonly toInstitutionId: string;
      readonly reason: string;
    }
  | { readonly type: 'TicketReturned'; readonly missing: readonly string[] }
  | {
      readonly type: 'TicketPaused';
      readonly reasonCode: PauseReason;
      readonly note?: string;
      /** When the clocks go on by themselves. */
      readonly endsAt?: Date;
    }
  | {
      readonly type: 'TicketResumed';
      readonly cause: 'CORRECTED' | 'RESUMED' | 'PAUSE_LIMIT';
      readonly acceptDueAt: Date;
      readonly completeDueAt: Date;
      readonly note?: string;
    }
  | {
      readonly type: 'TicketSplit';
      readonly newItemId: string;
      /** JSON pointers to what left, into the form as it was before. */
      readonly lines: readonly string[];
      readonly newFormJson: string;
      readonly reason: string;
      /** When the clocks began; those of the new item's ticket begin there too. */
      readonly promisedFrom: Date;
      readonly completeLimitDays: number;
    }
  /** Without a job when the province's platform does the work. */
  | { readonly type: 'TicketStarted'; readonly jobId?: string }
  | { readonly type: 'TicketHandedUp' }
  | {
      readonly type: 'TicketHandedBack';
      readonly reason: string;
      readonly fromNodeCode: string;
      readonly toNodeCode: string;
    }
  /** The handler's first act after acceptance, when no other event tells of it. */
  | { readonly type: 'TicketResponded'; readonly onTime: boolean }
  /** A new policy or calendar moved what was promised. */
  | {
      readonly type: 'TicketPromiseChanged';
      readonly cause: 'POLICY' | 'CALENDAR';
      readonly policyVersion: string;
      readonly calendarVersion: number;
      readonly openTickets?: OpenTickets;
      readonly before: { readonly acceptDueAt: Date; readonly completeDueAt: Date };
      readonly acceptDueAt: Date;
      readonly completeDueAt: Date;
      readonly dueEstimated: boolean;
    }
  | { readonly type: 'TicketSlaAtRisk'; readonly clock: ClockName; readonly dueAt: Date }
  | { readonly type: 'TicketSlaBreached'; readonly clock: ClockName; readonly dueAt: Date }
  /** A rung fired; those of a promise before its due time and at it are told as risk and breach. */
  | {
      readonly type: 'TicketRungReached';
      readonly escalation: Escalation;
      /** Of the clock; a return has none. */
      readonly dueAt?: Date;
      /** Office whose people it speaks to; absent when it speaks to the enterprise. */
      readonly audiencePath?: string;
    }
  | {
      readonly type: 'TicketResolved';
      readonly completeDueAt: Date;
      readonly workingMinutes: number;
      readonly onTime: boolean;
      readonly deliverableNumbers: readonly string[];
      readonly resolution: string;
    }
  | { readonly type: 'TicketCancelled'; readonly reason: string; readonly reasonCode?: string }
  | RouteOverride;

export type TicketEvent = TicketFact & Stamp;

/** A person put another institution in the place of the proposed one, or named one where none was proposed. */
export interface InstitutionOverride {
  readonly fromInstitutionId?: string;
  readonly toInstitutionId: string;
  readonly reason?: string;
}

/** What a ticket event reads like without its stamp; the history keeps it as its detail. */
export function detailOf(event: TicketEvent): Record<string, unknown> {
  const { type: _type, version: _version, at: _at, actor: _actor, ...detail } = event;
  return detail;
}

import type { Span } from '@nqi/kernel';

/** The two promises of a ticket: taken in time, finished in time. */
export const CLOCKS = ['accept', 'complete'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** What a limit is set for: besides the promises, the handler's first act and the time an institution holds the work. */
export const LIMITED = ['accept', 'first-response', 'provider', 'complete'] as const;
export type LimitName = (typeof LIMITED)[number];

/** Stages of a ticket that a limit may be set for; a pause and a return have ends of their own. */
export const LIMITED_STAGES = ['ROUTED', 'ACCEPTED', 'IN_PROGRESS'] as const;
export type LimitedStage = (typeof LIMITED_STAGES)[number];
export type StageLimits = { readonly [stage in LimitedStage]?: Span };

/** How far a clock has come; it never goes back. */
export type ClockMark = 'on-time' | 'at-risk' | 'breached';

/** The limits a ticket was promised. Acceptance and completion run from routing, the others from their own beginning. */
export type ServiceLevel = Readonly<Record<Exclude<LimitName, 'provider'>, Span>> & {
  readonly provider?: Span;
  readonly stages?: StageLimits;
};

/** Reasons for which the clocks may stand still (DOMAIN 2.6); a return for correction is one of its own. */
export const PAUSE_REASONS = [
  'WAIT_CLIENT_DOC',
  'WAIT_SAMPLE',
  'WAIT_PAYMENT',
  'CLIENT_CORRECTIVE_ACTION',
  'EXPERT_REVIEW',
  'FORCE_MAJEURE',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/**
 * For this one nobody pauses by hand: the clocks stand still while the client has yet to choose who performs the work.
 * DOMAIN 2.6 does not list it; 2.5, rule 5, makes it a wait for the client's word as those for documents are.
 */
export const CLIENT_CHOICE = 'CLIENT_CHOICE';

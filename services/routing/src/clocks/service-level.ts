/** The two promises of a ticket: taken in time, finished in time. */
export const CLOCKS = ['accept', 'complete'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** How far a clock has come; it never goes back. */
export type ClockMark = 'on-time' | 'at-risk' | 'breached';

/** Limits in working days, counted from routing; day 0 is the day of routing. */
export type ServiceLevel = Readonly<Record<ClockName, number>>;

export const ACCEPT_LIMIT_DAYS = 1;

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
 * Longest pause per reason, in working days from its first day; then the clocks go on by themselves, so that no ticket
 * is parked for ever. Expert review and corrective action are what takes longest by nature.
 */
export const PAUSE_LIMIT_DAYS: Readonly<Record<PauseReason, number>> = {
  WAIT_CLIENT_DOC: 10,
  WAIT_SAMPLE: 15,
  WAIT_PAYMENT: 10,
  CLIENT_CORRECTIVE_ACTION: 30,
  EXPERT_REVIEW: 30,
  FORCE_MAJEURE: 60,
};

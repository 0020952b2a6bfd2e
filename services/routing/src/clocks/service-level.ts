/** The two promises of a ticket: taken in time, finished in time. */
export const CLOCKS = ['accept', 'complete'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** What a timer warns of: four fifths of a limit used, or all of it. */
export type TimerKind = 'at-risk' | 'breach';

/** Limits in working days, counted from routing; day 0 is the day of routing. */
export type ServiceLevel = Readonly<Record<ClockName, number>>;

export const ACCEPT_LIMIT_DAYS = 1;
export const AT_RISK_SHARE = 0.8;

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

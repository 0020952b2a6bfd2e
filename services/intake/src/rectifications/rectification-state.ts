export const RECTIFICATION_STATUSES = [
  'OPEN',
  'CALLED_BACK',
  'APPEALED',
  'VERIFIED',
  'RECTIFYING',
  'RECTIFIED',
  'FED_BACK',
  'RE_RATED',
  'CLOSED',
  'REMOVED',
] as const;
export type RectificationStatus = (typeof RECTIFICATION_STATUSES)[number];

/** What opens a case: one or two stars, a complaint about the service, or an objection to a result. */
export const RECTIFICATION_CAUSES = ['bad-rating', 'complaint', 'objection'] as const;
export type RectificationCause = (typeof RECTIFICATION_CAUSES)[number];

/** What the office that answers for the case does; deciding an appeal and rating anew are other people's. */
export const OFFICE_STEPS = [
  'call-back',
  'verify',
  'appeal',
  'start',
  'extend',
  'finish',
  'feed-back',
  'close',
] as const;
export type OfficeStep = (typeof OFFICE_STEPS)[number];
export type RectificationStep = OfficeStep | 'open' | 'uphold' | 'dismiss' | 're-rate';

/** An appeal says that the rating was a mistake (误评) or made in bad faith (恶意). */
export const APPEAL_GROUNDS = ['mistaken', 'malicious'] as const;
export type AppealGround = (typeof APPEAL_GROUNDS)[number];

/**
 * From where each step leads where (design facts 5.2, after 德州 and 浙江 practice). Closing while rectifying is for what
 * cannot be put right: it is explained, and stays on record. An upheld appeal removes the rating from the figures.
 */
export const STEPS = {
  'call-back': { from: ['OPEN'], to: 'CALLED_BACK' },
  verify: { from: ['CALLED_BACK'], to: 'VERIFIED' },
  appeal: { from: ['CALLED_BACK'], to: 'APPEALED' },
  uphold: { from: ['APPEALED'], to: 'REMOVED' },
  dismiss: { from: ['APPEALED'], to: 'VERIFIED' },
  start: { from: ['VERIFIED'], to: 'RECTIFYING' },
  finish: { from: ['RECTIFYING'], to: 'RECTIFIED' },
  'feed-back': { from: ['RECTIFIED'], to: 'FED_BACK' },
  're-rate': { from: ['FED_BACK'], to: 'RE_RATED' },
  close: { from: ['RECTIFYING', 'FED_BACK', 'RE_RATED'], to: 'CLOSED' },
} as const satisfies Partial<Record<RectificationStep, Leg>>;
export type MovingStep = keyof typeof STEPS;

interface Leg {
  readonly from: readonly RectificationStatus[];
  readonly to: RectificationStatus;
}

export const ENDED: readonly RectificationStatus[] = ['CLOSED', 'REMOVED'];

export function isPossible(step: MovingStep, status: RectificationStatus): boolean {
  const leg: Leg = STEPS[step];
  return leg.from.includes(status);
}

/** States in which what went wrong is still to be put right. */
const UNRECTIFIED: readonly RectificationStatus[] = ['OPEN', 'CALLED_BACK', 'APPEALED', 'VERIFIED', 'RECTIFYING'];

export const CASE_CLOCKS = ['call-back', 'rectify'] as const;
export type CaseClock = (typeof CASE_CLOCKS)[number];

/** True while a clock of the case runs. */
export function isRunning(clock: CaseClock, status: RectificationStatus): boolean {
  return clock === 'call-back' ? status === 'OPEN' : UNRECTIFIED.includes(status);
}

/** What the office may do now. */
export function officeSteps(status: RectificationStatus, extended: boolean): OfficeStep[] {
  return OFFICE_STEPS.filter((step) =>
    step === 'extend' ? !extended && isRunning('rectify', status) : isPossible(step, status),
  );
}

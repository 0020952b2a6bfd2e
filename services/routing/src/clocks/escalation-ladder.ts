import type { ClockMark, ClockName } from './service-level.js';

/** Who is meant to act on a rung: whoever holds the ticket, or the leads of its office, the one above, the hub. */
export type RungAudience = 'holder' | 'node-lead' | 'parent-lead' | 'hub';
export type RungAct = 'notify' | 'raise-priority' | 'lift-to-parent' | 'lift-to-hub' | 'lift-to-province';

/** A share of the limit used, or close of business so many working days after the due time; 0 is the due time itself. */
export type RungTime = { readonly share: number } | { readonly workingDaysAfterDue: number };

/** A step of the ladder over offices that a late ticket climbs. */
export interface Rung {
  /** Unique per clock; `at-risk` and `breach` are the ones that also mark the clock. */
  readonly code: string;
  readonly clock: ClockName;
  readonly when: RungTime;
  readonly audience: RungAudience;
  readonly act: RungAct;
}

/**
 * Warning at four fifths, breach at the limit, the office above one working day later (DOMAIN 2.6); the hub and the
 * province when that changed nothing. Work takes longer to put right than an acceptance, so its ladder is longer.
 */
export const DEFAULT_LADDER: readonly Rung[] = [
  { code: 'at-risk', clock: 'accept', when: { share: 0.8 }, audience: 'holder', act: 'notify' },
  { code: 'breach', clock: 'accept', when: { workingDaysAfterDue: 0 }, audience: 'node-lead', act: 'raise-priority' },
  {
    code: 'overdue-1',
    clock: 'accept',
    when: { workingDaysAfterDue: 1 },
    audience: 'parent-lead',
    act: 'lift-to-parent',
  },
  { code: 'overdue-2', clock: 'accept', when: { workingDaysAfterDue: 2 }, audience: 'hub', act: 'lift-to-hub' },
  { code: 'overdue-5', clock: 'accept', when: { workingDaysAfterDue: 5 }, audience: 'hub', act: 'lift-to-province' },
  { code: 'at-risk', clock: 'complete', when: { share: 0.8 }, audience: 'holder', act: 'notify' },
  { code: 'breach', clock: 'complete', when: { workingDaysAfterDue: 0 }, audience: 'node-lead', act: 'raise-priority' },
  {
    code: 'overdue-1',
    clock: 'complete',
    when: { workingDaysAfterDue: 1 },
    audience: 'parent-lead',
    act: 'lift-to-parent',
  },
  { code: 'overdue-3', clock: 'complete', when: { workingDaysAfterDue: 3 }, audience: 'hub', act: 'lift-to-hub' },
  {
    code: 'overdue-10',
    clock: 'complete',
    when: { workingDaysAfterDue: 10 },
    audience: 'hub',
    act: 'lift-to-province',
  },
];

/** What came of a rung: `STAYED` when the ticket could not be lifted. */
export type RungOutcome = 'NOTIFIED' | 'RAISED' | 'LIFTED' | 'STAYED';

/** A rung that fired, as the ticket keeps it. */
export interface Escalation {
  readonly clock: ClockName;
  readonly rung: string;
  readonly at: Date;
  readonly audience: RungAudience;
  readonly act: RungAct;
  readonly outcome: RungOutcome;
  /** Why it stayed: an institution works on it, or no office further up serves its domain. */
  readonly stayedFor?: 'WORK_UNDER_WAY' | 'NO_OFFICE_ABOVE';
  readonly toNodeCode?: string;
}

/** An office above the ticket's that is open and serves its domain. */
export interface OfficeAbove {
  readonly code: string;
  readonly path: string;
  readonly level: string;
}

export const TOP_PRIORITY = 3;

export function rungOf(clock: ClockName, code: string): Rung | undefined {
  return DEFAULT_LADDER.find((rung) => rung.clock === clock && rung.code === code);
}

/** Rungs of a clock that have yet to fire. Those after the due time wait for the breach, so that none overtakes it. */
export function pendingRungs(clock: ClockName, mark: ClockMark, fired: readonly Escalation[]): Rung[] {
  return DEFAULT_LADDER.filter((rung) => {
    if (rung.clock !== clock || fired.some((each) => each.clock === clock && each.rung === rung.code)) return false;
    if (isAfterBreach(rung)) return mark === 'breached';
    return mark !== 'breached' && !(rung.code === 'at-risk' && mark === 'at-risk');
  });
}

/**
 * What a rung leads to for a ticket. `movable` when its state lets it be handed to another office; `above` from the
 * nearest to the furthest.
 */
export function climb(
  rung: Rung,
  at: Date,
  movable: boolean,
  above: readonly OfficeAbove[],
): { readonly escalation: Escalation; readonly to?: OfficeAbove } {
  const { clock, code, audience, act } = rung;
  const fired = { clock, rung: code, at, audience, act };
  if (act === 'notify') return { escalation: { ...fired, outcome: 'NOTIFIED' } };
  if (act === 'raise-priority') return { escalation: { ...fired, outcome: 'RAISED' } };
  if (!movable) return { escalation: { ...fired, outcome: 'STAYED', stayedFor: 'WORK_UNDER_WAY' } };
  const to = act === 'lift-to-parent' ? above[0] : above.find(({ level }) => level === LEVEL_OF[act]);
  if (!to) return { escalation: { ...fired, outcome: 'STAYED', stayedFor: 'NO_OFFICE_ABOVE' } };
  return { escalation: { ...fired, outcome: 'LIFTED', toNodeCode: to.code }, to };
}

/** Told as the reason of a lift: to people in words, to machines by its code. */
export const LIFT_REASON: Readonly<Record<ClockName, string>> = {
  accept: '逾期未受理，系统自动上报（ACCEPT_OVERDUE）',
  complete: '逾期未办结，系统自动上报（COMPLETE_OVERDUE）',
};

const LEVEL_OF = { 'lift-to-hub': 'CITY', 'lift-to-province': 'PROVINCE' } as const;

function isAfterBreach({ when }: Rung): boolean {
  return 'workingDaysAfterDue' in when && when.workingDaysAfterDue > 0;
}

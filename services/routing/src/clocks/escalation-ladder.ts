import { CLOCKS, type ClockMark, type ClockName } from './service-level.js';

/** Clocks that have a ladder: the promises, the first answer, what waits for its client, the stage a ticket is in. */
export const LADDER_CLOCKS = [...CLOCKS, 'first-response', 'return', 'choice', 'stage'] as const;
export type LadderClock = (typeof LADDER_CLOCKS)[number];

/** A return, and a choice that law leaves to the client: the promises stand still, yet people are reminded. */
const WAITS_FOR_CLIENT = ['return', 'choice'] as const;
export type ClientWait = (typeof WAITS_FOR_CLIENT)[number];
export const isClientWait = (clock: string): clock is ClientWait =>
  (WAITS_FOR_CLIENT as readonly string[]).includes(clock);

/**
 * Who is meant to act on a rung: whoever holds the ticket, the leads of its office, the one above, the hub, or the
 * enterprise.
 */
export const RUNG_AUDIENCES = ['holder', 'node-lead', 'parent-lead', 'hub', 'client'] as const;
export type RungAudience = (typeof RUNG_AUDIENCES)[number];
export const RUNG_ACTS = [
  'notify',
  'raise-priority',
  'reroute-to-sibling',
  'lift-to-parent',
  'lift-to-hub',
  'lift-to-province',
] as const;
export type RungAct = (typeof RUNG_ACTS)[number];

/**
 * A share of the limit used, or close of business so many working days after the due time (0 is the due time itself);
 * of what waits for its client, so many working days after the day it was asked. A return has no due time; a choice is
 * due when its pause ends by itself.
 */
export type RungTime =
  { readonly share: number } | { readonly workingDaysAfterDue: number } | { readonly workingDaysIn: number };

/** A step of the ladder over offices that a late ticket climbs. */
export interface Rung {
  /** Unique per clock; `at-risk` and `breach` are the ones that also mark the clock. */
  readonly code: string;
  readonly clock: LadderClock;
  readonly when: RungTime;
  readonly audience: RungAudience;
  readonly act: RungAct;
}

const atRisk = { code: 'at-risk', when: { share: 0.8 }, audience: 'holder', act: 'notify' } as const;
const breach = {
  code: 'breach',
  when: { workingDaysAfterDue: 0 },
  audience: 'node-lead',
  act: 'raise-priority',
} as const;
const overdue = <Audience extends RungAudience, Act extends RungAct>(days: number, audience: Audience, act: Act) => ({
  code: `overdue-${days}`,
  when: { workingDaysAfterDue: days },
  audience,
  act,
});
const unanswered = (days: number, code: string, audience: RungAudience) =>
  ({ code, clock: 'return', when: { workingDaysIn: days }, audience, act: 'notify' }) as const;

/**
 * Warning at four fifths, breach at the limit, the office above one working day later (DOMAIN 2.6); the hub and the
 * province when that changed nothing. Work takes longer to put right than an acceptance, so its ladder is longer. A
 * return that nobody answers is never closed by itself: the client is reminded twice, then the office's lead told. Nor
 * is a choice ever made for the client (DOMAIN 2.5, rule 5): at its end the office is to ask, and its clocks go on.
 */
export const SHIPPED_LADDER: readonly Rung[] = [
  { clock: 'accept', ...atRisk },
  { clock: 'accept', ...breach },
  { clock: 'accept', ...overdue(1, 'parent-lead', 'lift-to-parent') },
  { clock: 'accept', ...overdue(2, 'hub', 'lift-to-hub') },
  { clock: 'accept', ...overdue(5, 'hub', 'lift-to-province') },
  { clock: 'first-response', ...breach, audience: 'node-lead', act: 'notify' },
  { clock: 'complete', ...atRisk },
  { clock: 'complete', ...breach },
  { clock: 'complete', ...overdue(1, 'parent-lead', 'lift-to-parent') },
  { clock: 'complete', ...overdue(3, 'hub', 'lift-to-hub') },
  { clock: 'complete', ...overdue(10, 'hub', 'lift-to-province') },
  unanswered(5, 'remind-5', 'client'),
  unanswered(10, 'remind-10', 'client'),
  unanswered(15, 'unanswered', 'node-lead'),
  { code: 'half', clock: 'choice', when: { share: 0.5 }, audience: 'client', act: 'notify' },
  { code: 'unchosen', clock: 'choice', when: { workingDaysAfterDue: 0 }, audience: 'node-lead', act: 'notify' },
  { clock: 'stage', ...breach, act: 'notify' },
];

/** What came of a rung: `STAYED` when the ticket could not be moved. */
export const RUNG_OUTCOMES = ['NOTIFIED', 'RAISED', 'REROUTED', 'LIFTED', 'STAYED'] as const;
export type RungOutcome = (typeof RUNG_OUTCOMES)[number];

/** An institution works on it, no office further up serves its domain, or no office beside has room. */
export const STAYING_REASONS = ['WORK_UNDER_WAY', 'NO_OFFICE_ABOVE', 'NO_OFFICE_BESIDE'] as const;

/** A rung that fired, as the ticket keeps it. */
export interface Escalation {
  readonly clock: LadderClock;
  readonly rung: string;
  readonly at: Date;
  readonly audience: RungAudience;
  readonly act: RungAct;
  readonly outcome: RungOutcome;
  readonly stayedFor?: (typeof STAYING_REASONS)[number];
  readonly toNodeCode?: string;
  /** The segment that began it: tells one return, choice or stage of a ticket from another. */
  readonly occasion?: number;
}

/** Another office that is open and serves the ticket's domain. */
export interface OtherOffice {
  readonly code: string;
  readonly path: string;
  readonly level: string;
}

/** Where a ticket could go: above from the nearest to the furthest, beside those with room, the emptiest first. */
export interface OtherOffices {
  readonly above: readonly OtherOffice[];
  readonly beside: readonly OtherOffice[];
}

export const TOP_PRIORITY = 3;

export function rungOf(ladder: readonly Rung[], clock: LadderClock, code: string): Rung | undefined {
  return ladder.find((rung) => rung.clock === clock && rung.code === code);
}

/** Rungs of a clock that have yet to fire. Those after the due time wait for the breach, so that none overtakes it. */
export function pendingRungs(
  ladder: readonly Rung[],
  clock: LadderClock,
  mark: ClockMark,
  fired: readonly Escalation[],
  occasion?: number,
): Rung[] {
  const done = fired.filter((each) => each.clock === clock && each.occasion === occasion);
  return ladder.filter((rung) => {
    if (rung.clock !== clock || done.some((each) => each.rung === rung.code)) return false;
    if (isClientWait(clock)) return true;
    if (isAfterBreach(rung)) return mark === 'breached';
    return mark !== 'breached' && !(rung.code === 'at-risk' && mark === 'at-risk');
  });
}

/** What a rung leads to for a ticket. `movable` when its state lets it be handed to another office. */
export function climb(
  rung: Rung,
  at: Date,
  movable: boolean,
  { above, beside }: OtherOffices,
): { readonly escalation: Escalation; readonly to?: OtherOffice } {
  const { clock, code, audience, act } = rung;
  const fired = { clock, rung: code, at, audience, act };
  const stayed = (stayedFor: Escalation['stayedFor']) => ({
    escalation: { ...fired, outcome: 'STAYED' as const, ...(stayedFor && { stayedFor }) },
  });
  if (act === 'notify') return { escalation: { ...fired, outcome: 'NOTIFIED' } };
  if (act === 'raise-priority') return { escalation: { ...fired, outcome: 'RAISED' } };
  if (!movable) return stayed('WORK_UNDER_WAY');
  if (act === 'reroute-to-sibling') {
    const [to] = beside;
    return to ? { escalation: { ...fired, outcome: 'REROUTED', toNodeCode: to.code }, to } : stayed('NO_OFFICE_BESIDE');
  }
  const to = act === 'lift-to-parent' ? above[0] : above.find(({ level }) => level === LEVEL_OF[act]);
  return to ? { escalation: { ...fired, outcome: 'LIFTED', toNodeCode: to.code }, to } : stayed('NO_OFFICE_ABOVE');
}

/** Told as the reason of a move: to people in words, to machines by its code. */
export const MOVE_REASON: Readonly<Record<LadderClock, string>> = {
  accept: '逾期未受理，系统自动上报（ACCEPT_OVERDUE）',
  complete: '逾期未办结，系统自动上报（COMPLETE_OVERDUE）',
  'first-response': '受理后逾期未首次响应，系统自动转派（FIRST_RESPONSE_OVERDUE）',
  return: '退回补正逾期未答复，系统自动上报（RETURN_UNANSWERED）',
  stage: '当前环节逾期，系统自动上报（STAGE_OVERDUE）',
  choice: '企业逾期未选择承办机构，系统自动上报（CHOICE_UNANSWERED）',
};

export const isPromise = (clock: LadderClock): clock is ClockName => (CLOCKS as readonly string[]).includes(clock);

/** Path of the office whose people a rung speaks to; undefined when it speaks to the enterprise. */
export function audiencePath(audience: RungAudience, nodePath: string): string | undefined {
  const codes = nodePath.split('/');
  switch (audience) {
    case 'client':
      return undefined;
    case 'holder':
    case 'node-lead':
      return nodePath;
    case 'parent-lead':
      return codes.length > 1 ? codes.slice(0, -1).join('/') : nodePath;
    case 'hub':
      return codes.slice(0, 2).join('/');
  }
}

const LEVEL_OF = { 'lift-to-hub': 'CITY', 'lift-to-province': 'PROVINCE' } as const;

function isAfterBreach({ when }: Rung): boolean {
  return 'workingDaysAfterDue' in when && when.workingDaysAfterDue > 0;
}

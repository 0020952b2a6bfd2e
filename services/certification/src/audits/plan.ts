import { Decimal, addDays, addMonths, dayOfDate } from '@nqi/kernel';

/** Days that one scheme gets; a person-day is eight hours and cannot be stretched. */
export interface PlannedDays {
  readonly scheme: string;
  /** What the reduction is measured against: the table's days, or those worked out by other rules. */
  readonly baseDays: string;
  readonly baseRule: string;
  readonly totalDays: string;
  readonly stage1Days: string;
  readonly stage2Days: string;
  readonly reason?: string;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export type TeamRole = 'auditor' | 'expert';

export interface AuditPlan {
  readonly leader: string;
  readonly members: readonly { readonly name: string; readonly role: TeamRole }[];
  readonly stage1: Period;
  readonly stage2: Period;
  readonly days: readonly PlannedDays[];
}

/** IAF MD5: no more than 30 % off the table, and at least 80 % of what is left on site. */
const LEAST_OF_BASE = '0.7';
const LEAST_ON_SITE = '0.8';
/** Stage 1 says little about a stage 2 that comes later than this. */
export const MOST_MONTHS_BETWEEN = 4;

export const onSiteDays = ({ stage1Days, stage2Days }: Pick<PlannedDays, 'stage1Days' | 'stage2Days'>): Decimal =>
  new Decimal(stage1Days).plus(stage2Days);

export const leastTotal = (baseDays: string): Decimal => new Decimal(baseDays).times(LEAST_OF_BASE);
export const leastOnSite = (totalDays: string): Decimal => new Decimal(totalDays).times(LEAST_ON_SITE);

/** What is wrong with the days of one scheme, by field. */
export type DaysFault = 'REDUCED_TOO_FAR' | 'REASON_MISSING' | 'STAGE_EMPTY' | 'TOO_LITTLE_ON_SITE' | 'MORE_ON_SITE';

export function faultOfDays(days: PlannedDays): readonly [DaysFault, keyof PlannedDays] | undefined {
  const onSite = onSiteDays(days);
  if (leastTotal(days.baseDays).greaterThan(days.totalDays)) return ['REDUCED_TOO_FAR', 'totalDays'];
  if (new Decimal(days.totalDays).lessThan(days.baseDays) && !days.reason) return ['REASON_MISSING', 'reason'];
  if (!new Decimal(days.stage1Days).greaterThan(0)) {
    return ['STAGE_EMPTY', 'stage1Days'];
  }
  if (!new Decimal(days.stage2Days).greaterThan(0)) return ['STAGE_EMPTY', 'stage2Days'];
  if (onSite.lessThan(leastOnSite(days.totalDays))) return ['TOO_LITTLE_ON_SITE', 'stage2Days'];
  if (onSite.greaterThan(days.totalDays)) return ['MORE_ON_SITE', 'totalDays'];
  return undefined;
}

/** What is wrong with the dates and the people. */
export type ScheduleFault = 'ENDS_BEFORE' | 'STAGES_OUT_OF_ORDER' | 'STAGES_TOO_FAR' | 'TEAM_TOO_SMALL';

export function faultOfSchedule(plan: AuditPlan): readonly [ScheduleFault, string] | undefined {
  const { stage1, stage2 } = plan;
  if (stage1.to < stage1.from) return ['ENDS_BEFORE', '/stage1/to'];
  if (stage2.to < stage2.from) return ['ENDS_BEFORE', '/stage2/to'];
  if (stage2.from < stage1.to) return ['STAGES_OUT_OF_ORDER', '/stage2/from'];
  if (stage2.from > addMonths(stage1.to, MOST_MONTHS_BETWEEN)) return ['STAGES_TOO_FAR', '/stage2/from'];
  if (!fits(plan, 'stage1')) return ['TEAM_TOO_SMALL', '/stage1/to'];
  if (!fits(plan, 'stage2')) return ['TEAM_TOO_SMALL', '/stage2/to'];
  return undefined;
}

/** Auditors times calendar days hold the person-days of the stage; technical experts do not count. */
function fits(plan: AuditPlan, stage: 'stage1' | 'stage2'): boolean {
  const wanted = plan.days.reduce((sum, days) => sum.plus(days[`${stage}Days`]), new Decimal(0));
  return wanted.lessThanOrEqualTo(auditorsOf(plan) * calendarDays(plan[stage]));
}

export const auditorsOf = ({ members }: Pick<AuditPlan, 'members'>): number =>
  1 + members.filter(({ role }) => role === 'auditor').length;

const calendarDays = ({ from, to }: Period): number => dayOfDate(to) - dayOfDate(from) + 1;

/** The shortest period from a day on in which so many auditors can do so much. */
export function periodFor(personDays: Decimal, auditors: number, from: string): Period {
  return { from, to: addDays(from, Math.max(1, personDays.dividedBy(auditors).ceil().toNumber()) - 1) };
}

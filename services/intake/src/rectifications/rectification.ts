import { Aggregate, type WorkingCalendar } from '@nqi/kernel';
import { extendedLimit, limitsFrom, pendingClocks, type CaseLimits } from './rectification-clocks.js';
import {
  ENDED,
  STEPS,
  isPossible,
  isRunning,
  type AppealGround,
  type CaseClock,
  type MovingStep,
  type OfficeStep,
  type RectificationCause,
  type RectificationStatus,
  type RectificationStep,
} from './rectification-state.js';
import {
  extendedBefore,
  groundNeeded,
  illegalStep,
  nothingToExtend,
  onlyRatingsAreAppealed,
  ownAppeal,
} from './rectification.errors.js';

/** What a case is about. */
export interface Grievance {
  readonly requestId: string;
  readonly requestNo: string;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  /** The nearest office above all that served the request. */
  readonly nodePath: string;
  readonly cause: RectificationCause;
  /** Of a bad rating. */
  readonly stars?: number;
  /** Reasons of the rating, or what the complaint says. */
  readonly statements: readonly string[];
}

export interface RectificationRecord extends Grievance, CaseLimits {
  readonly id: string;
  readonly status: RectificationStatus;
  readonly openedAt: Date;
  readonly extended: boolean;
  readonly overdueTold: readonly CaseClock[];
  readonly appealedBy?: string;
  readonly newStars?: number;
  readonly endedAt?: Date;
  readonly version: number;
}

export interface CaseAct {
  readonly actor: string;
  readonly at: Date;
  readonly note: string;
}

export type RectificationEvent =
  | {
      readonly type: 'stepped';
      readonly step: RectificationStep;
      readonly from?: RectificationStatus;
      readonly act: CaseAct;
      readonly ground?: AppealGround;
      readonly version: number;
    }
  | { readonly type: 'overdue'; readonly clock: CaseClock; readonly dueAt: Date; readonly at: Date };

/** A bad rating, a complaint or an objection on its way to being put right (差评整改). Every step says something. */
export class Rectification extends Aggregate<RectificationEvent> {
  private constructor(private state: RectificationRecord) {
    super();
  }

  static open(id: string, grievance: Grievance, act: CaseAct, calendar: WorkingCalendar): Rectification {
    const opened = new Rectification({
      ...grievance,
      ...limitsFrom(act.at, calendar),
      id,
      status: 'OPEN',
      openedAt: act.at,
      extended: false,
      overdueTold: [],
      version: 0,
    });
    opened.tell('open', act);
    return opened;
  }

  /** Rebuilds a case from storage. Skips every rule, so only repositories may call it. */
  static restore(state: RectificationRecord): Rectification {
    return new Rectification(state);
  }

  snapshot(): RectificationRecord {
    return this.state;
  }

  /** A step of the office. An appeal needs its ground; an extension needs the calendar. */
  step(step: OfficeStep, act: CaseAct, calendar: WorkingCalendar, ground?: AppealGround): void {
    if (step === 'extend') return this.extend(act, calendar);
    if (step !== 'appeal') return this.move(step, act);
    if (this.state.cause !== 'bad-rating') throw onlyRatingsAreAppealed();
    if (!ground) throw groundNeeded();
    this.move('appeal', act, { appealedBy: act.actor }, ground);
  }

  /** Upholding removes the rating from the figures and ends the case; dismissing sends it on to be rectified. */
  decideAppeal(upheld: boolean, act: CaseAct): void {
    if (this.state.status === 'APPEALED' && this.state.appealedBy === act.actor) throw ownAppeal();
    this.move(upheld ? 'uphold' : 'dismiss', act);
  }

  /** The enterprise rates what was done about it; once, whatever the stars. */
  rateAnew(stars: number, act: CaseAct): void {
    this.move('re-rate', act, { newStars: stars });
  }

  /** A clock has passed. Says so once. */
  noteOverdue(now: Date): void {
    for (const { clock, dueAt } of pendingClocks(this.state)) {
      if (dueAt >= now) continue;
      this.state = { ...this.state, overdueTold: [...this.state.overdueTold, clock] };
      this.record({ type: 'overdue', clock, dueAt, at: now });
    }
  }

  private extend(act: CaseAct, calendar: WorkingCalendar): void {
    const { status, extended, openedAt } = this.state;
    if (!isRunning('rectify', status)) throw nothingToExtend(status);
    if (extended) throw extendedBefore();
    const overdueTold = this.state.overdueTold.filter((clock) => clock !== 'rectify');
    this.state = { ...this.state, extended: true, rectifyDueAt: extendedLimit(openedAt, calendar), overdueTold };
    this.tell('extend', act, status);
  }

  private move(step: MovingStep, act: CaseAct, patch: Partial<RectificationRecord> = {}, ground?: AppealGround): void {
    const from = this.state.status;
    if (!isPossible(step, from)) throw illegalStep(step, from);
    const status = STEPS[step].to;
    const isEnd = ENDED.includes(status);
    this.state = { ...this.state, ...patch, status, ...(isEnd && { endedAt: act.at }) };
    this.tell(step, act, from, ground);
  }

  private tell(step: RectificationStep, act: CaseAct, from?: RectificationStatus, ground?: AppealGround): void {
    this.state = { ...this.state, version: this.state.version + 1 };
    this.record({
      type: 'stepped',
      step,
      act,
      version: this.state.version,
      ...(from && { from }),
      ...(ground && { ground }),
    });
  }
}

/** The nearest office above or equal to all of these. */
export function commonOffice(nodePaths: readonly string[]): string | undefined {
  const [first, ...others] = nodePaths.map((path) => path.split('/'));
  if (!first) return undefined;
  const length = others.reduce((shared, path) => {
    const differs = path.findIndex((code, i) => code !== first[i]);
    return Math.min(shared, differs < 0 ? path.length : differs);
  }, first.length);
  return first.slice(0, length).join('/') || undefined;
}

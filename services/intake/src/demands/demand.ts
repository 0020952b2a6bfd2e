import { Aggregate, DomainError, type WorkingCalendar } from '@nqi/kernel';

export const DEMAND_STATUSES = ['OPEN', 'PROPOSED', 'CONFIRMED', 'CLOSED'] as const;
export type DemandStatus = (typeof DEMAND_STATUSES)[number];

export type DemandStep =
  | 'open'
  | 'propose'
  | 'confirm'
  | 'decline'
  | 'close'
  | 'withdraw'
  | 'lapse'
  /** The enterprise has not answered yet. */
  | 'remind'
  /** The hub has not proposed anything in time; said once every working day. */
  | 'overdue';

/** One service that a dispatcher proposes, its form filled in as far as the need says. */
export interface ProposedItem {
  readonly serviceCode: string;
  readonly form: Readonly<Record<string, unknown>>;
}

export interface Proposal {
  readonly items: readonly ProposedItem[];
  /** Of which the items are. */
  readonly packageCode?: string;
  /** What the dispatcher says to it. */
  readonly message: string;
  readonly by: string;
  readonly at: Date;
}

export interface DemandRecord {
  readonly requestId: string;
  readonly requestNo: string;
  readonly itemId: string;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  /** The office that works it: the hub. */
  readonly nodePath: string;
  readonly text: string;
  readonly openedAt: Date;
  readonly status: DemandStatus;
  /** The last one. */
  readonly proposal?: Proposal;
  /** Why earlier ones were not taken, oldest first. */
  readonly declined: readonly string[];
  /** Why it came to nothing. */
  readonly closedFor?: string;
  /** By when the side that it waits for is to act; none once it has ended. */
  readonly dueAt?: Date;
  /** When time acts next: a reminder before the due time, or the due time itself. */
  readonly nextDueAt?: Date;
  readonly version: number;
}

export interface DemandEvent {
  readonly step: DemandStep;
  readonly note: string;
  readonly at: Date;
}

/** Working days for the hub to propose, for the enterprise to answer, and until it is reminded of that. */
export const PROPOSE_DAYS = 1;
export const ANSWER_DAYS = 5;
export const REMIND_DAYS = 2;

export type NewDemand = Omit<DemandRecord, 'status' | 'declined' | 'dueAt' | 'nextDueAt' | 'version'>;

/**
 * A need in words (综合需求): OPEN waits for the hub, PROPOSED for the enterprise, which confirms or declines; declined it
 * waits for the hub again. Nothing is lost when a side is silent: the hub is told every working day, the enterprise is
 * reminded once and after its time the demand is closed with that as the reason.
 */
export class Demand extends Aggregate<DemandEvent> {
  private constructor(private state: DemandRecord) {
    super();
  }

  static open(demand: NewDemand, calendar: WorkingCalendar): Demand {
    const dueAt = calendar.addWorkingDays(demand.openedAt, PROPOSE_DAYS).at;
    const opened = new Demand({ ...demand, status: 'OPEN', declined: [], dueAt, nextDueAt: dueAt, version: 1 });
    opened.record({ step: 'open', note: demand.text, at: demand.openedAt });
    return opened;
  }

  /** Rebuilds a demand from storage. Skips every rule, so only repositories may call it. */
  static restore(state: DemandRecord): Demand {
    return new Demand(state);
  }

  snapshot(): DemandRecord {
    return this.state;
  }

  /** Also replaces a proposal that was not answered yet. */
  propose(proposal: Proposal, calendar: WorkingCalendar): void {
    this.assertIn('propose', ['OPEN', 'PROPOSED']);
    const { at, message } = proposal;
    const dueAt = calendar.addWorkingDays(at, ANSWER_DAYS).at;
    const nextDueAt = calendar.addWorkingDays(at, REMIND_DAYS).at;
    this.step('propose', message, at, { status: 'PROPOSED', proposal, dueAt, nextDueAt });
  }

  confirm(at: Date): void {
    this.assertIn('confirm', ['PROPOSED']);
    this.end('confirm', '', at, { status: 'CONFIRMED' });
  }

  decline(reason: string, at: Date, calendar: WorkingCalendar): void {
    this.assertIn('decline', ['PROPOSED']);
    const dueAt = calendar.addWorkingDays(at, PROPOSE_DAYS).at;
    const declined = [...this.state.declined, reason];
    this.step('decline', reason, at, { status: 'OPEN', declined, dueAt, nextDueAt: dueAt });
  }

  /** By the hub, when nothing can be done. */
  close(reason: string, at: Date): void {
    this.assertIn('close', ['OPEN', 'PROPOSED']);
    this.end('close', reason, at, { status: 'CLOSED', closedFor: reason });
  }

  /** Its request was withdrawn; one that has ended stays as it ended. */
  withdraw(at: Date): void {
    if (!this.isWaiting()) return;
    this.end('withdraw', '', at, { status: 'CLOSED', closedFor: 'WITHDRAWN' });
  }

  /** What is due by now. True when the demand is closed by it, since the enterprise never answered. */
  passTime(now: Date, calendar: WorkingCalendar): boolean {
    const { status, dueAt, nextDueAt } = this.state;
    if (!this.isWaiting() || !dueAt || !nextDueAt || nextDueAt > now) return false;
    if (status === 'OPEN') {
      this.step('overdue', '', now, { nextDueAt: calendar.addWorkingDays(now, PROPOSE_DAYS).at });
      return false;
    }
    if (dueAt > now) {
      this.step('remind', '', now, { nextDueAt: dueAt });
      return false;
    }
    this.end('lapse', '', now, { status: 'CLOSED', closedFor: 'NO_ANSWER' });
    return true;
  }

  private isWaiting(): boolean {
    return this.state.status === 'OPEN' || this.state.status === 'PROPOSED';
  }

  private end(step: DemandStep, note: string, at: Date, change: Partial<DemandRecord>): void {
    this.step(step, note, at, { ...change, dueAt: undefined, nextDueAt: undefined });
  }

  private step(step: DemandStep, note: string, at: Date, change: Partial<DemandRecord>): void {
    this.state = { ...this.state, ...change, version: this.state.version + 1 };
    this.record({ step, note, at });
  }

  private assertIn(step: DemandStep, statuses: readonly DemandStatus[]): void {
    const { status } = this.state;
    if (statuses.includes(status)) return;
    const text = {
      zh: `需求状态“${status}”下不能执行“${step}”`,
      en: `A demand that is ${status} allows no "${step}"`,
    };
    throw new DomainError('DEMAND.ILLEGAL_STEP', 'conflict', text, { status, step });
  }
}

export function unknownDemand(): DomainError {
  return new DomainError('DEMAND.UNKNOWN', 'not_found', { zh: '没有此需求', en: 'No such demand' });
}

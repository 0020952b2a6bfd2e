import { Aggregate, assertMove, type Moves, type WorkingCalendar } from '@nqi/kernel';
import { noCandidate } from './referral.errors.js';

export const REFERRAL_STATUSES = [
  'DRAFTED',
  'OFFERED',
  'DECLINED',
  'ACCEPTED',
  'DISPATCHED',
  'RECEIVED',
  'RETURNED',
  'CLOSED',
  'CANCELLED',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** After OpenELIS (PEERS 2.8), with an offer that may be declined. What has left the house comes back before it ends. */
export const REFERRAL_MOVES: Moves<ReferralStatus> = {
  DRAFTED: ['OFFERED', 'CANCELLED'],
  OFFERED: ['ACCEPTED', 'OFFERED', 'DECLINED', 'CANCELLED'],
  DECLINED: ['OFFERED', 'CANCELLED'],
  ACCEPTED: ['DISPATCHED', 'CANCELLED'],
  DISPATCHED: ['RECEIVED'],
  RECEIVED: ['RETURNED'],
  RETURNED: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
};

export const DECLINE_REASONS = [
  'NO_CAPABILITY',
  'OUT_OF_SCOPE',
  'OVERLOADED',
  'CONFLICT_OF_INTEREST',
  'MANUAL',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** An offer is answered within this many working days. */
const ANSWER_DAYS = 1;

export interface ReferralRecord {
  readonly id: string;
  /** Its office stays accountable for the whole, whoever does this part. */
  readonly ticketId: string;
  /** What the other office is asked to do. */
  readonly purpose: string;
  /** Working days from receiving to returning. */
  readonly limitDays: number;
  /** Offices to ask next, in this order. */
  readonly candidates: readonly string[];
  /** Office that is asked, or that does the work. */
  readonly partnerCode?: string;
  readonly status: ReferralStatus;
  readonly offeredAt?: Date;
  readonly receivedAt?: Date;
  readonly returnedAt?: Date;
  readonly version: number;
}

export type ReferralStep = ReferralStatus | 'OFFER_DECLINED';

/** One line of what happened; the dispatched, received, returned and closed ones are the chain of custody. */
export interface ReferralEvent {
  readonly version: number;
  readonly step: ReferralStep;
  readonly at: Date;
  readonly actor: string;
  /** Office that is asked or acts on the part. */
  readonly office: string;
  readonly reasonCode?: DeclineReason;
  readonly note?: string;
}

/** Who does something, for which office, and when. */
export interface ReferralAct {
  readonly actor: string;
  readonly office: string;
  readonly at: Date;
}

type Facts = Pick<ReferralRecord, 'id' | 'ticketId' | 'purpose' | 'limitDays' | 'candidates'>;

/** A part of a ticket's work that another office is asked to do. */
export class Referral extends Aggregate<ReferralEvent> {
  private constructor(private state: ReferralRecord) {
    super();
  }

  static draft(facts: Facts, act: ReferralAct): Referral {
    const referral = new Referral({ ...facts, status: 'DRAFTED', version: 1 });
    referral.record({ version: 1, step: 'DRAFTED', ...act });
    return referral;
  }

  static restore(record: ReferralRecord): Referral {
    return new Referral(record);
  }

  snapshot(): ReferralRecord {
    return this.state;
  }

  /** Asks the first candidate; others than so far when they are named. Throws when there is none. */
  offer(act: ReferralAct, candidates: readonly string[] = this.state.candidates): void {
    assertMove(REFERRAL_MOVES, this.state.status, 'OFFERED', 'REFERRAL.ILLEGAL_MOVE');
    if (candidates.length === 0) throw noCandidate();
    this.ask(act, candidates);
  }

  accept(act: ReferralAct, note?: string): void {
    this.move('ACCEPTED', act, {}, note);
  }

  /** Asks the next candidate at once; with none left the owner has to name others or give up. */
  decline(act: ReferralAct, reasonCode: DeclineReason, note?: string): void {
    assertMove(REFERRAL_MOVES, this.state.status, 'DECLINED', 'REFERRAL.ILLEGAL_MOVE');
    this.note('OFFER_DECLINED', act, { reasonCode, ...(note !== undefined && { note }) });
    if (this.state.candidates.length > 0) this.ask(act, this.state.candidates);
    else this.move('DECLINED', act, { partnerCode: undefined });
  }

  /** Documents or samples leave the owner. */
  dispatch(act: ReferralAct, what: string): void {
    this.move('DISPATCHED', act, {}, what);
  }

  /** They are in the partner's hands, in this condition; the partner's clock begins. */
  receive(act: ReferralAct, condition: string): void {
    this.move('RECEIVED', act, { receivedAt: act.at }, condition);
  }

  /** The partner is done; what came out and what goes back. */
  giveBack(act: ReferralAct, result: string): void {
    this.move('RETURNED', act, { returnedAt: act.at }, result);
  }

  /** The owner has everything back. */
  close(act: ReferralAct, note?: string): void {
    this.move('CLOSED', act, {}, note);
  }

  cancel(act: ReferralAct, reason: string): void {
    this.move('CANCELLED', act, {}, reason);
  }

  private ask(act: ReferralAct, [partnerCode, ...candidates]: readonly string[]): void {
    this.move('OFFERED', { ...act, office: partnerCode as string }, { partnerCode, candidates, offeredAt: act.at });
  }

  private move(status: ReferralStatus, act: ReferralAct, facts: Partial<ReferralRecord>, note?: string): void {
    assertMove(REFERRAL_MOVES, this.state.status, status, 'REFERRAL.ILLEGAL_MOVE');
    this.state = { ...this.state, ...facts, status };
    this.note(status, act, note === undefined ? {} : { note });
  }

  private note(step: ReferralStep, act: ReferralAct, detail: Pick<ReferralEvent, 'reasonCode' | 'note'>): void {
    const version = this.state.version + 1;
    this.state = { ...this.state, version };
    this.record({ version, step, ...act, ...detail });
  }
}

export interface ReferralDue {
  readonly at: Date;
  /** Counted over days whose holidays are not announced yet. */
  readonly estimated: boolean;
  /** What waits was or will be late. */
  readonly isLate: boolean;
}

/**
 * The referral's own clock: an answer within a working day of the offer, then the agreed days from receiving. It runs
 * inside the ticket's: what the partner has to give back is never due later than the ticket. Undefined while neither
 * is awaited of the partner.
 */
export function dueOf(
  { status, limitDays, offeredAt, receivedAt, returnedAt }: ReferralRecord,
  ticketDueAt: Date,
  calendar: WorkingCalendar,
  now: Date,
): ReferralDue | undefined {
  if (status === 'OFFERED' && offeredAt) {
    const { at, estimated } = calendar.addWorkingDays(offeredAt, ANSWER_DAYS);
    return { at, estimated, isLate: now > at };
  }
  if (!receivedAt) return undefined;
  const agreed = calendar.addWorkingDays(receivedAt, limitDays);
  const at = agreed.at < ticketDueAt ? agreed.at : ticketDueAt;
  return { at, estimated: agreed.estimated, isLate: (returnedAt ?? now) > at };
}

import { Aggregate, assertMove, type Moves } from '@nqi/kernel';
import type { ReferralTurn } from './referral-clock.js';
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
/** Why an offer came to nothing: what the office said, or that it said nothing in time. */
export const DECLINED_FOR = [...DECLINE_REASONS, 'NO_ANSWER'] as const;
export type DeclinedFor = (typeof DECLINED_FOR)[number];

/** Who does what nobody does by hand. */
const SYSTEM = 'system';

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
  /** How often it was said that the return is late: first to both offices, then to the owner's lead and the hub. */
  readonly notices: number;
  readonly version: number;
}

/** `OVERDUE` and `ESCALATED` change nothing but that it was said. */
export const REFERRAL_STEPS = [...REFERRAL_STATUSES, 'OFFER_DECLINED', 'OVERDUE', 'ESCALATED'] as const;
export type ReferralStep = (typeof REFERRAL_STEPS)[number];

/** One line of what happened; the dispatched, received, returned and closed ones are the chain of custody. */
export interface ReferralEvent {
  readonly version: number;
  readonly step: ReferralStep;
  readonly at: Date;
  readonly actor: string;
  /** Office that is asked or acts on the part. */
  readonly office: string;
  readonly reasonCode?: DeclinedFor;
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
    const referral = new Referral({ ...facts, status: 'DRAFTED', notices: 0, version: 1 });
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
    this.goOn(act, { reasonCode, ...(note !== undefined && { note }) }, this.state.candidates);
  }

  /**
   * Does what is due at that time: an offer without an answer lapses to the next candidate that can still take it, a
   * late return is said. Nothing when what was due has moved.
   */
  comeDue(due: ReferralTurn | undefined, at: Date, canTake: (code: string) => boolean): void {
    if (!due || due.at > at) return;
    const act = { actor: SYSTEM, office: this.state.partnerCode ?? '', at };
    if (due.turn === 'LAPSE') {
      this.goOn(act, { reasonCode: 'NO_ANSWER' }, this.state.candidates.filter(canTake));
    } else {
      this.state = { ...this.state, notices: this.state.notices + 1 };
      this.note(due.turn, act, {});
    }
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

  private goOn(act: ReferralAct, why: Pick<ReferralEvent, 'reasonCode' | 'note'>, next: readonly string[]): void {
    this.note('OFFER_DECLINED', act, why);
    if (next.length > 0) this.ask(act, next);
    else this.move('DECLINED', act, { partnerCode: undefined, candidates: next });
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

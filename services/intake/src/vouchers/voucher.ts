import { Aggregate, type Fen } from '@nqi/kernel';
import { VOUCHER_STEPS, type MovingStep, type VoucherStatus, type VoucherStep } from './voucher-state.js';
import { hasExpired, illegalStep, notYet, nothingPaid, ownApplication, passesCap } from './voucher.errors.js';
import { endOf, hasBegun, type Programme } from './programme.js';

export interface VoucherRecord {
  readonly id: string;
  readonly programmeId: string;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  /** What it may pay at most. */
  readonly faceFen: Fen;
  readonly status: VoucherStatus;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  /** Of the order it pays for; all three are there together. */
  readonly quoteId?: string;
  readonly itemId?: string;
  readonly amountFen?: Fen;
  readonly invoiceNo?: string;
  readonly appliedBy?: string;
  readonly version: number;
}

/** So long before its end an unused voucher is reminded of; one granted later said its end just then. */
export const REMINDED_DAYS = 14;

export interface VoucherAct {
  readonly actor: string;
  readonly at: Date;
  readonly note?: string;
}

/** An order: an accepted quote. */
export interface Order {
  readonly quoteId: string;
  readonly itemId: string;
  readonly totalFen: Fen;
}

export interface VoucherEvent {
  readonly step: VoucherStep;
  readonly act: VoucherAct;
  readonly version: number;
}

type PayingTerms = Pick<Programme, 'sharePercent' | 'capFen' | 'firstDay' | 'lastDay'>;

/** A right of one enterprise to have a part of one order paid (创新券、质量券), from grant to settlement. */
export class Voucher extends Aggregate<VoucherEvent> {
  private constructor(private state: VoucherRecord) {
    super();
  }

  /** Throws `invalid` above the programme's cap, `conflict` when its last day is over. */
  static grant(
    id: string,
    programme: PayingTerms & Pick<Programme, 'id'>,
    { enterprise, faceFen }: Pick<VoucherRecord, 'enterprise' | 'faceFen'>,
    act: VoucherAct,
  ): Voucher {
    if (faceFen > programme.capFen) throw passesCap(programme.capFen);
    const expiresAt = endOf(programme);
    if (act.at >= expiresAt) throw hasExpired();
    const voucher = new Voucher({
      id,
      programmeId: programme.id,
      enterprise,
      faceFen,
      status: 'GRANTED',
      grantedAt: act.at,
      expiresAt,
      version: 0,
    });
    voucher.tell('grant', act);
    return voucher;
  }

  /** Rebuilds a voucher from storage. Skips every rule, so only repositories may call it. */
  static restore(state: VoucherRecord): Voucher {
    return new Voucher(state);
  }

  snapshot(): VoucherRecord {
    return this.state;
  }

  /** Ties it to one order and fixes what it will pay. */
  lock({ quoteId, itemId, totalFen }: Order, terms: PayingTerms, act: VoucherAct): void {
    this.require('lock');
    if (act.at >= this.state.expiresAt) throw hasExpired();
    if (!hasBegun(terms, act.at)) throw notYet(terms.firstDay);
    const amountFen = paidOf(totalFen, terms, this.state.faceFen);
    if (amountFen === 0) throw nothingPaid();
    this.move('lock', act, { quoteId, itemId, amountFen });
  }

  /** The order came to nothing: it is free for another one. */
  release(act: VoucherAct): void {
    this.move('release', act, { quoteId: undefined, itemId: undefined, amountFen: undefined });
  }

  use(act: VoucherAct): void {
    this.move('use', act);
  }

  applyForSettlement(invoiceNo: string, act: VoucherAct): void {
    this.move('apply', act, { invoiceNo, appliedBy: act.actor });
  }

  /** Money goes out by two people. */
  settle(act: VoucherAct): void {
    this.require('settle');
    if (this.state.appliedBy === act.actor) throw ownApplication();
    this.move('settle', act);
  }

  refuse(act: VoucherAct): void {
    this.require('refuse');
    if (this.state.appliedBy === act.actor) throw ownApplication();
    this.move('refuse', act, { invoiceNo: undefined, appliedBy: undefined });
  }

  revoke(act: VoucherAct): void {
    this.move('revoke', act);
  }

  expire(act: VoucherAct): void {
    this.move('expire', act);
  }

  private require(step: MovingStep): void {
    if (VOUCHER_STEPS[step].from !== this.state.status) throw illegalStep(step, this.state.status);
  }

  private move(step: MovingStep, act: VoucherAct, patch: Partial<VoucherRecord> = {}): void {
    this.require(step);
    this.state = { ...this.state, ...patch, status: VOUCHER_STEPS[step].to };
    this.tell(step, act);
  }

  private tell(step: VoucherStep, act: VoucherAct): void {
    this.state = { ...this.state, version: this.state.version + 1 };
    this.record({ step, act, version: this.state.version });
  }
}

/** The programme's share rounded down, never above what the voucher holds or the cap allows. */
export function paidOf(totalFen: Fen, { sharePercent, capFen }: PayingTerms, faceFen: Fen): Fen {
  return Math.min(Math.floor((totalFen * sharePercent) / 100), faceFen, capFen);
}

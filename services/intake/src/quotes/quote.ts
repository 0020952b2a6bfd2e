import {
  Aggregate,
  DAY_MS,
  addFen,
  isDate,
  shanghaiInstant,
  type Fen,
  type LocalizedText,
  type WorkingCalendar,
} from '@nqi/kernel';
import type { RequestNamed } from '../requests/request-ref.js';
import { alreadyAccepted, badValidity, expired, notOffered } from './quote.errors.js';
import type { QuoteAnswer, QuoteEnd, QuoteStatus } from './quote-state.js';

/** Calendar days that a quote can be valid for. */
export const LONGEST_VALIDITY_DAYS = 366;
/** Working days before its end on which the enterprise is reminded. */
const REMIND_DAYS_BEFORE = 1;

export interface QuoteLine {
  readonly what: string;
  readonly quantity: number;
  /** Of the whole line. */
  readonly amountFen: Fen;
}

/** Which item is quoted for, and who holds it. */
export interface QuotedItem extends RequestNamed {
  readonly itemId: string;
  readonly serviceCode: string;
  readonly serviceName: LocalizedText;
  readonly ticketId: string;
  /** The office that holds the item now, which need not be the one that quoted. */
  readonly nodePath: string;
  readonly institutionId?: string;
  readonly institutionName?: string;
}

export interface QuoteTerms {
  readonly lines: readonly QuoteLine[];
  /** ISO date; it holds until that day ends in Shanghai. */
  readonly validUntil: string;
  readonly remark?: string;
}

export interface QuoteRecord extends QuotedItem, QuoteTerms {
  readonly id: string;
  readonly totalFen: Fen;
  readonly expiresAt: Date;
  /** When a reminder is still to be sent. */
  readonly remindAt?: Date;
  readonly status: QuoteStatus;
  readonly offeredBy: string;
  readonly offeredAt: Date;
  readonly endedBy?: string;
  readonly endedAt?: Date;
  readonly reason?: string;
  readonly version: number;
}

/** `by` is missing where time or the end of the item acts, not a person. */
export interface QuoteAct {
  readonly by?: string;
  readonly at: Date;
  readonly reason?: string;
}

export type QuoteEvent =
  | { readonly type: 'offered'; readonly at: Date }
  | { readonly type: 'reminded'; readonly at: Date }
  | { readonly type: 'ended'; readonly end: QuoteEnd; readonly reason?: string; readonly at: Date };

/** What somebody asks for serving one item (报价), until the enterprise answers, it is taken back, or its day ends. */
export class Quote extends Aggregate<QuoteEvent> {
  private constructor(private state: QuoteRecord) {
    super();
  }

  /** Throws `invalid` for a day that is over or too far away. */
  static offer(
    id: string,
    item: QuotedItem,
    terms: QuoteTerms,
    act: QuoteAct & { readonly by: string },
    calendar: WorkingCalendar,
  ): Quote {
    const expiresAt = endOf(terms.validUntil, act.at);
    // An instant of the last day itself: its end is the next day's beginning.
    const remindAt = calendar.subtractWorkingDays(new Date(expiresAt.getTime() - 1), REMIND_DAYS_BEFORE).at;
    const quote = new Quote({
      ...item,
      ...terms,
      id,
      totalFen: addFen(...terms.lines.map(({ amountFen }) => amountFen)),
      expiresAt,
      ...(remindAt > act.at && { remindAt }),
      status: 'OFFERED',
      offeredBy: act.by,
      offeredAt: act.at,
      version: 1,
    });
    quote.record({ type: 'offered', at: act.at });
    return quote;
  }

  /** Rebuilds a quote from storage. Skips every rule, so only repositories may call it. */
  static restore(state: QuoteRecord): Quote {
    return new Quote(state);
  }

  snapshot(): QuoteRecord {
    return this.state;
  }

  /** The enterprise's answer; throws `conflict` when the day is over, even before anybody has noted it. */
  answer(answer: QuoteAnswer, act: QuoteAct): void {
    this.requireOffered();
    if (act.at >= this.state.expiresAt) throw expired(this.state.validUntil);
    this.end(answer, act);
  }

  /** Taken back by who holds the item, or with the end of the item. */
  withdraw(act: QuoteAct): void {
    this.requireOffered();
    this.end('WITHDRAWN', act);
  }

  /** Makes room for another quote for the same item. Throws `conflict` for an accepted one: it is agreed. */
  makeRoom(act: QuoteAct): void {
    if (this.state.status === 'ACCEPTED') throw alreadyAccepted(this.state.id);
    this.passTime(act.at);
    if (this.state.status === 'OFFERED') this.end('REPLACED', act);
  }

  /** Reminds once and expires when it is time; anything else changes nothing. */
  passTime(now: Date): void {
    if (this.state.status !== 'OFFERED') return;
    if (now >= this.state.expiresAt) return this.end('EXPIRED', { at: now });
    if (!this.state.remindAt || now < this.state.remindAt) return;
    this.state = { ...this.state, remindAt: undefined };
    this.record({ type: 'reminded', at: now });
  }

  private requireOffered(): void {
    if (this.state.status !== 'OFFERED') throw notOffered(this.state.status);
  }

  private end(end: QuoteEnd, { by, at, reason }: QuoteAct): void {
    this.state = {
      ...this.state,
      status: end,
      remindAt: undefined,
      endedAt: at,
      ...(by !== undefined && { endedBy: by }),
      ...(reason !== undefined && { reason }),
      version: this.state.version + 1,
    };
    this.record({ type: 'ended', end, at, ...(reason !== undefined && { reason }) });
  }
}

/** When time next does something to a quote. */
export function nextDueAt({ status, remindAt, expiresAt }: QuoteRecord): Date | undefined {
  return status === 'OFFERED' ? (remindAt ?? expiresAt) : undefined;
}

function endOf(validUntil: string, now: Date): Date {
  if (!isDate(validUntil)) throw badValidity();
  const expiresAt = shanghaiInstant(validUntil, '24:00');
  const latest = new Date(now.getTime() + LONGEST_VALIDITY_DAYS * DAY_MS);
  if (expiresAt <= now || expiresAt > latest) throw badValidity();
  return expiresAt;
}

import { call } from './http.js';
import type { Localized, Page } from './shapes.js';

export type QuoteStatus = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'REPLACED';
export type QuoteAction = 'accept' | 'decline' | 'withdraw';

export interface QuoteLine {
  readonly what: string;
  readonly quantity: number;
  /** Of the whole line. */
  readonly amountFen: number;
}

export interface Quote {
  readonly id: string;
  readonly requestId: string;
  readonly itemId: string;
  readonly serviceName: Localized;
  readonly institutionName?: string;
  readonly lines: readonly QuoteLine[];
  readonly totalFen: number;
  /** The last day on which it holds. */
  readonly validUntil: string;
  readonly remark?: string;
  readonly status: QuoteStatus;
  readonly offeredAt: string;
  readonly offeredBy?: string;
  readonly endedAt?: string;
  readonly reason?: string;
  readonly actions: readonly QuoteAction[];
  readonly version: number;
}

export interface Offer {
  readonly itemId: string;
  readonly lines: readonly QuoteLine[];
  readonly validUntil: string;
  readonly remark?: string;
}

/** Of one item, newest first. */
export const listQuotes = (itemId: string): Promise<Page<Quote> & { readonly mayOffer?: boolean }> =>
  call('/quotes', { query: { itemId } });

export const offerQuote = (offer: Offer, idempotencyKey: string): Promise<Quote> =>
  call('/quotes', { method: 'POST', body: offer, idempotencyKey });

export const stepQuote = ({ id, version }: Quote, action: QuoteAction, reason: string): Promise<Quote> =>
  call(`/quotes/${encodeURIComponent(id)}/${action}`, {
    method: 'POST',
    body: action === 'accept' ? {} : { reason },
    ifMatch: `"${version}"`,
  });

export const QUOTE_STATUSES = ['OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'REPLACED'] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** How a quote can end; it ends once. */
export type QuoteEnd = Exclude<QuoteStatus, 'OFFERED'>;

/** What the enterprise says to it. */
export const QUOTE_ANSWERS = ['ACCEPTED', 'DECLINED'] as const satisfies readonly QuoteEnd[];
export type QuoteAnswer = (typeof QUOTE_ANSWERS)[number];

export const isAnswer = (end: QuoteEnd): end is QuoteAnswer => end === 'ACCEPTED' || end === 'DECLINED';

/** An item has at most one of these: while one stands accepted, nothing else is offered. */
export const STANDING = ['OFFERED', 'ACCEPTED'] as const satisfies readonly QuoteStatus[];

import { ItemEndings } from '../requests/item-endings.js';
import { ChangeQuoteHandler } from './change-quote.handler.js';
import { OfferQuoteHandler } from './offer-quote.handler.js';
import { PgQuoteRepository } from './quote.pg-repository.js';
import { QuoteRepository } from './quote.repository.js';
import { QuotesController } from './quotes.controller.js';
import { QuotesDueRunner } from './quotes-due.runner.js';
import { ReadQuotesQuery } from './read-quotes.query.js';
import { SettleEndedItemsHandler } from '../requests/settle-ended-items.handler.js';

/** What the intake module runs of quotes. */
export const QUOTE_CONTROLLERS = [QuotesController];

export const QUOTE_PROVIDERS = [
  { provide: QuoteRepository, useClass: PgQuoteRepository },
  { provide: ItemEndings, useClass: SettleEndedItemsHandler },
  OfferQuoteHandler,
  ChangeQuoteHandler,
  ReadQuotesQuery,
  QuotesDueRunner,
];

import { ChoiceField, IdField, IntegerField, ListField, PageQuery, TextField } from '@nqi/platform';
import { STORABLE } from '../faults/storable.js';
import { QUOTE_STATUSES, type QuoteStatus } from './quote-state.js';

/** Ten million yuan a line: what is dearer is a contract, not an order. */
const DEAREST_LINE_FEN = 1_000_000_000;
const MOST_LINES = 50;

export class QuoteLineBody {
  @TextField({ max: 200, pattern: STORABLE, example: '校准' })
  what!: string;

  @IntegerField({ min: 1, max: 1_000_000 })
  quantity!: number;

  @IntegerField({ min: 1, max: DEAREST_LINE_FEN, description: 'Of the whole line, in fen' })
  amountFen!: number;
}

export class OfferBody {
  @IdField()
  itemId!: string;

  @ListField(() => QuoteLineBody, { min: 1, max: MOST_LINES })
  lines!: QuoteLineBody[];

  @TextField({ max: 10, pattern: /^\d{4}-\d\d-\d\d$/, description: 'The last day on which it holds' })
  validUntil!: string;

  @TextField({ optional: true, max: 1_000, pattern: STORABLE })
  remark?: string;
}

export class ReasonBody {
  @TextField({ max: 500, pattern: STORABLE })
  reason!: string;
}

export class QuotesQuery extends PageQuery {
  @IdField({ optional: true })
  requestId?: string;

  @IdField({ optional: true })
  itemId?: string;

  @ChoiceField(QUOTE_STATUSES, { optional: true })
  status?: QuoteStatus;
}

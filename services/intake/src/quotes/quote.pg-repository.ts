import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database, binding } from '@nqi/persistence';
import { decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { stepOf, toMessage } from './quote.messages.js';
import { STANDING } from './quote-state.js';
import { unknownQuote } from './quote.errors.js';
import { QuoteRepository, type QuoteFilter } from './quote.repository.js';
import {
  CHANGEABLE,
  FIXED,
  OWNERSHIP,
  QUOTES,
  changeableValues,
  fixedValues,
  toRecord,
  type QuoteRow,
} from './quote.rows.js';
import { Quote, type QuoteRecord } from './quote.js';

const ADD = `
  INSERT INTO quote (${FIXED}, ${CHANGEABLE})
  VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::date, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;
const SAVE = `UPDATE quote SET (${CHANGEABLE}) = ROW ($2, $3, $4, $5, $6, $7, $8) WHERE id = $1`;
const ADD_STEP = `INSERT INTO request_step (request_id, item_id, at, kind, detail) VALUES ($1, $2, $3, $4, $5)`;
const STANDING_OF = `
  ${QUOTES} WHERE q.item_id = ANY($1::uuid[]) AND q.status = ANY($2::text[]) ORDER BY q.id FOR UPDATE OF q`;
const DUE = `
  ${QUOTES} WHERE q.next_due_at <= $1 ORDER BY q.next_due_at LIMIT $2 FOR UPDATE OF q SKIP LOCKED`;

@Injectable()
export class PgQuoteRepository extends QuoteRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  add(quote: Quote): Promise<void> {
    return this.database.transaction(async () => {
      const state = quote.snapshot();
      await this.database.write(ADD, [...fixedValues(state), ...changeableValues(state)]);
      await this.tell(quote);
    });
  }

  update(id: string, access: Access, change: (quote: Quote) => void): Promise<void> {
    return this.database.transaction(async () => {
      const { values, bind } = binding();
      const sql = `${QUOTES} WHERE q.id = ${bind(id)} AND ${access.condition(OWNERSHIP, bind)} FOR UPDATE OF q`;
      const changed = await this.change(await this.database.query<QuoteRow>(sql, values), change);
      if (changed === 0) throw unknownQuote();
    });
  }

  updateStanding(itemIds: readonly string[], change: (quote: Quote) => void): Promise<void> {
    return this.database.transaction(async () => {
      await this.change(await this.database.query<QuoteRow>(STANDING_OF, [itemIds, STANDING]), change);
    });
  }

  passTime(now: Date, limit: number): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<QuoteRow>(DUE, [now, limit]);
      return this.change(rows, (quote) => quote.passTime(now));
    });
  }

  async list(
    { requestId, itemId, statuses }: QuoteFilter,
    access: Access,
    limit: number,
    cursor?: string,
  ): Promise<Page<QuoteRecord>> {
    const { values, bind } = binding();
    const where = [access.condition(OWNERSHIP, bind)];
    if (requestId) where.push(`q.request_id = ${bind(requestId)}::uuid`);
    if (itemId) where.push(`q.item_id = ${bind(itemId)}::uuid`);
    if (statuses) where.push(`q.status = ANY(${bind(statuses)}::text[])`);
    if (cursor !== undefined) where.push(`q.id < ${bind(decodeIdCursor(cursor))}::uuid`);
    const sql = `${QUOTES} WHERE ${where.join(' AND ')} ORDER BY q.id DESC LIMIT ${bind(limit + 1)}`;
    return toPage(await this.database.query<QuoteRow>(sql, values), limit, ({ id }) => [id], toRecord);
  }

  async find(id: string, access: Access): Promise<QuoteRecord | undefined> {
    const { values, bind } = binding();
    const sql = `${QUOTES} WHERE q.id = ${bind(id)} AND ${access.condition(OWNERSHIP, bind)}`;
    const [row] = await this.database.query<QuoteRow>(sql, values);
    return row && toRecord(row);
  }

  private async change(rows: readonly QuoteRow[], change: (quote: Quote) => void): Promise<number> {
    for (const row of rows) {
      const before = toRecord(row);
      const quote = Quote.restore(before);
      change(quote);
      const state = quote.snapshot();
      if (state === before) continue;
      await this.database.write(SAVE, [state.id, ...changeableValues(state)]);
      await this.tell(quote);
    }
    return rows.length;
  }

  private async tell(quote: Quote): Promise<void> {
    const state = quote.snapshot();
    const events = quote.pullEvents();
    for (const step of events.map((event) => stepOf(state, event))) {
      if (!step) continue;
      await this.database.write(ADD_STEP, [
        state.requestId,
        state.itemId,
        step.at,
        step.kind,
        JSON.stringify(step.detail),
      ]);
    }
    await this.outbox.append(events.map((event) => toMessage(state, event)));
  }
}

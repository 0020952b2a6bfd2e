import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database, binding } from '@nqi/persistence';
import { decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { committedOf } from './programme-sums.js';
import { advanced, reminded } from './voucher.messages.js';
import { unknownVoucher } from './voucher.errors.js';
import {
  VoucherRepository,
  type RecordedStep,
  type StoredVoucher,
  type VoucherFilter,
  type VoucherTerms,
} from './voucher.repository.js';
import { OWNERSHIP, VOUCHERS, toRecord, toStored, toTerms, type VoucherRow } from './voucher.rows.js';
import { REMINDED_DAYS, Voucher } from './voucher.js';

/** The one condition that keeps a budget: whoever comes second waits for the row and is asked again. */
const COMMIT = `
  UPDATE voucher_programme SET committed_fen = committed_fen + $2
  WHERE id = $1 AND committed_fen + $2 <= budget_fen`;
const ADD = `
  INSERT INTO voucher (id, programme_id, enterprise_uscc, enterprise_name, face_fen, granted_at, expires_at, status, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const SAVE = `
  UPDATE voucher SET status = $2, quote_id = $3, item_id = $4, amount_fen = $5, invoice_no = $6, applied_by = $7, version = $8
  WHERE id = $1`;
const ADD_STEP = `
  INSERT INTO voucher_step (voucher_id, version, at, step, actor, note) VALUES ($1, $2, $3, $4, $5, $6)`;
const STEPS = `SELECT at, step, actor, note FROM voucher_step WHERE voucher_id = $1 ORDER BY version`;
const TAKEN = `SELECT v.id FROM voucher v WHERE v.item_id = $1`;
/** By programme, so that two that change several take the budgets in one order. */
const LOCKED_TO = `
  ${VOUCHERS} WHERE v.item_id = ANY($1::uuid[]) AND v.status = 'LOCKED' ORDER BY v.programme_id, v.id FOR UPDATE OF v`;
const EXPIRING = `
  ${VOUCHERS} WHERE v.id IN (
    SELECT w.id FROM voucher w WHERE w.status = 'GRANTED' AND w.expires_at <= $1
    ORDER BY w.expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
  ORDER BY v.programme_id, v.id`;
const ONE = `${VOUCHERS} WHERE v.id = $1`;
const REMIND = `
  WITH ending AS (
    SELECT w.id FROM voucher w
    WHERE w.status = 'GRANTED' AND w.reminded_at IS NULL AND w.expires_at > $1
      AND w.expires_at <= $1::timestamptz + $3 * interval '1 day'
      AND w.granted_at <= w.expires_at - $3 * interval '1 day'
    ORDER BY w.expires_at LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  UPDATE voucher v SET reminded_at = $1 FROM ending WHERE v.id = ending.id RETURNING v.id`;

@Injectable()
export class PgVoucherRepository extends VoucherRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  grant(voucher: Voucher): Promise<boolean> {
    return this.database.transaction(async () => {
      const state = voucher.snapshot();
      if ((await this.database.write(COMMIT, [state.programmeId, committedOf(state)])) === 0) return false;
      const { uscc, name } = state.enterprise;
      await this.database.write(ADD, [
        state.id,
        state.programmeId,
        uscc,
        name,
        state.faceFen,
        state.grantedAt,
        state.expiresAt,
        state.status,
        state.version,
      ]);
      await this.keepSteps(voucher);
      return true;
    });
  }

  update(id: string, access: Access, change: (voucher: Voucher, terms: VoucherTerms) => void): Promise<void> {
    return this.database.transaction(async () => {
      const { values, bind } = binding();
      const sql = `${VOUCHERS} WHERE v.id = ${bind(id)} AND ${access.condition(OWNERSHIP, bind)} FOR UPDATE OF v`;
      const [row] = await this.database.query<VoucherRow>(sql, values);
      if (!row) throw unknownVoucher();
      await this.change(row, change);
    });
  }

  updateLocked(itemIds: readonly string[], change: (voucher: Voucher) => void): Promise<void> {
    return this.database.transaction(async () => {
      for (const row of await this.database.query<VoucherRow>(LOCKED_TO, [itemIds])) await this.change(row, change);
    });
  }

  async isTaken(itemId: string): Promise<boolean> {
    return (await this.database.query(TAKEN, [itemId])).length > 0;
  }

  expire(now: Date, limit: number): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<VoucherRow>(EXPIRING, [now, limit]);
      for (const row of rows) await this.change(row, (voucher) => voucher.expire({ actor: 'system', at: now }));
      return rows.length;
    });
  }

  remind(now: Date, limit: number): Promise<number> {
    return this.database.transaction(async () => {
      const ending = await this.database.query<{ id: string }>(REMIND, [now, limit, REMINDED_DAYS]);
      for (const { id } of ending) await this.outbox.append([reminded(await this.stored(id), now)]);
      return ending.length;
    });
  }

  async list(
    { statuses, programmeId, itemId }: VoucherFilter,
    access: Access,
    limit: number,
    cursor?: string,
  ): Promise<Page<StoredVoucher>> {
    const { values, bind } = binding();
    const where = [access.condition(OWNERSHIP, bind)];
    if (statuses) where.push(`v.status = ANY(${bind(statuses)}::text[])`);
    if (programmeId) where.push(`v.programme_id = ${bind(programmeId)}::uuid`);
    if (itemId) where.push(`v.item_id = ${bind(itemId)}::uuid`);
    if (cursor !== undefined) where.push(`v.id < ${bind(decodeIdCursor(cursor))}::uuid`);
    const sql = `${VOUCHERS} WHERE ${where.join(' AND ')} ORDER BY v.id DESC LIMIT ${bind(limit + 1)}`;
    return toPage(await this.database.query<VoucherRow>(sql, values), limit, ({ id }) => [id], toStored);
  }

  async find(id: string, access: Access): Promise<StoredVoucher | undefined> {
    const { values, bind } = binding();
    const sql = `${VOUCHERS} WHERE v.id = ${bind(id)} AND ${access.condition(OWNERSHIP, bind)}`;
    const [row] = await this.database.query<VoucherRow>(sql, values);
    return row && toStored(row);
  }

  async steps(id: string): Promise<RecordedStep[]> {
    const rows = await this.database.query<RecordedStep & { note: string | null }>(STEPS, [id]);
    return rows.map(({ note, ...step }) => ({ ...step, ...(note !== null && { note }) }));
  }

  private async change(row: VoucherRow, change: (voucher: Voucher, terms: VoucherTerms) => void): Promise<void> {
    const before = toRecord(row);
    const voucher = Voucher.restore(before);
    change(voucher, toTerms(row));
    const state = voucher.snapshot();
    await this.database.write(SAVE, [
      state.id,
      state.status,
      state.quoteId ?? null,
      state.itemId ?? null,
      state.amountFen ?? null,
      state.invoiceNo ?? null,
      state.appliedBy ?? null,
      state.version,
    ]);
    const more = committedOf(state) - committedOf(before);
    if (more !== 0) await this.database.write(COMMIT, [state.programmeId, more]);
    await this.keepSteps(voucher);
  }

  private async keepSteps(voucher: Voucher): Promise<void> {
    const { id } = voucher.snapshot();
    const events = voucher.pullEvents();
    for (const { step, act, version } of events) {
      await this.database.write(ADD_STEP, [id, version, act.at, step, act.actor, act.note ?? null]);
    }
    const stored = await this.stored(id);
    await this.outbox.append(events.map((event) => advanced(stored, event)));
  }

  /** As it stands in the ambient transaction. */
  private async stored(id: string): Promise<StoredVoucher> {
    const [row] = await this.database.query<VoucherRow>(ONE, [id]);
    if (!row) throw unknownVoucher();
    return toStored(row);
  }
}

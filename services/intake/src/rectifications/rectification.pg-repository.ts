import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database, binding, type Bind } from '@nqi/persistence';
import { decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { toMessage } from './rectification.messages.js';
import { RECTIFICATION_STATUSES, isRunning, type CaseClock } from './rectification-state.js';
import { unknownRectification } from './rectification.errors.js';
import { RectificationRepository, type RecordedStep, type RectificationFilter } from './rectification.repository.js';
import {
  CHANGEABLE,
  FIXED,
  changeableValues,
  fixedValues,
  toRecord,
  type RectificationRow,
} from './rectification.rows.js';
import { Rectification, type RectificationRecord } from './rectification.js';

const OWNERSHIP = { nodePath: 'c.node_path', enterpriseUscc: 'c.enterprise_uscc' };

const OPEN = `
  INSERT INTO rectification (${FIXED}, ${CHANGEABLE})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
  ON CONFLICT (request_id, cause) WHERE ended_at IS NULL DO NOTHING RETURNING id`;
const OPEN_ONE = `SELECT id FROM rectification WHERE request_id = $1 AND cause = $2 AND ended_at IS NULL`;
const SAVE = `UPDATE rectification SET (${CHANGEABLE}) = ROW ($2, $3, $4, $5, $6, $7, $8, $9, $10) WHERE id = $1`;
const ADD_STEP = `
  INSERT INTO rectification_step (rectification_id, version, at, step, actor, note, ground)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const STEPS = `
  SELECT version, at, step, actor, note, ground FROM rectification_step WHERE rectification_id = $1 ORDER BY version`;
const OVERDUE = `
  SELECT c.* FROM rectification c WHERE c.next_due_at < $1 ORDER BY c.next_due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

@Injectable()
export class PgRectificationRepository extends RectificationRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  open(opened: Rectification): Promise<string | undefined> {
    return this.database.transaction(async () => {
      const state = opened.snapshot();
      const stored = await this.database.query(OPEN, [...fixedValues(state), ...changeableValues(state)]);
      if (stored.length > 0) {
        await this.keep(opened);
        return undefined;
      }
      const [known] = await this.database.query<{ id: string }>(OPEN_ONE, [state.requestId, state.cause]);
      return known?.id;
    });
  }

  update(id: string, access: Access, change: (found: Rectification) => void): Promise<void> {
    return this.database.transaction(async () => {
      const { values, bind } = binding();
      const sql = `SELECT c.* FROM rectification c WHERE c.id = ${bind(id)} AND ${access.condition(OWNERSHIP, bind)} FOR UPDATE`;
      const [row] = await this.database.query<RectificationRow>(sql, values);
      if (!row) throw unknownRectification();
      const found = Rectification.restore(toRecord(row));
      change(found);
      await this.save(found);
    });
  }

  noteOverdue(now: Date, limit: number): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<RectificationRow>(OVERDUE, [now, limit]);
      for (const row of rows) {
        const found = Rectification.restore(toRecord(row));
        found.noteOverdue(now);
        await this.save(found);
      }
      return rows.length;
    });
  }

  async list(
    { statuses, cause, requestId, overdueAt }: RectificationFilter,
    access: Access,
    limit: number,
    cursor?: string,
  ): Promise<Page<RectificationRecord>> {
    const { values, bind } = binding();
    const where = [access.condition(OWNERSHIP, bind)];
    if (statuses) where.push(`c.status = ANY(${bind(statuses)}::text[])`);
    if (cause) where.push(`c.cause = ${bind(cause)}`);
    if (requestId) where.push(`c.request_id = ${bind(requestId)}::uuid`);
    if (overdueAt) where.push(overdueCondition(bind(overdueAt), bind));
    if (cursor !== undefined) where.push(`c.id < ${bind(decodeIdCursor(cursor))}::uuid`);
    const sql = `
      SELECT c.* FROM rectification c WHERE ${where.join(' AND ')} ORDER BY c.id DESC LIMIT ${bind(limit + 1)}`;
    const rows = await this.database.query<RectificationRow>(sql, values);
    return toPage(rows, limit, ({ id }) => [id], toRecord);
  }

  async find(id: string, access: Access): Promise<RectificationRecord | undefined> {
    const { values, bind } = binding();
    const sql = `SELECT c.* FROM rectification c WHERE c.id = ${bind(id)} AND ${access.condition(OWNERSHIP, bind)}`;
    const [row] = await this.database.query<RectificationRow>(sql, values);
    return row && toRecord(row);
  }

  async steps(id: string): Promise<RecordedStep[]> {
    const rows = await this.database.query<RecordedStep & { ground: RecordedStep['ground'] | null }>(STEPS, [id]);
    return rows.map(({ ground, ...step }) => ({ ...step, ...(ground && { ground }) }));
  }

  private async save(found: Rectification): Promise<void> {
    const state = found.snapshot();
    await this.database.write(SAVE, [state.id, ...changeableValues(state)]);
    await this.keep(found);
  }

  private async keep(found: Rectification): Promise<void> {
    const state = found.snapshot();
    const events = found.pullEvents();
    for (const event of events) {
      if (event.type !== 'stepped') continue;
      const { step, act, ground, version } = event;
      await this.database.write(ADD_STEP, [state.id, version, act.at, step, act.actor, act.note, ground ?? null]);
    }
    await this.outbox.append(events.map((event) => toMessage(state, event)));
  }
}

/** The rule of `isOverdue` in SQL. */
function overdueCondition(now: string, bind: Bind): string {
  const passed = (clock: CaseClock, column: string) => {
    const running = RECTIFICATION_STATUSES.filter((status) => isRunning(clock, status));
    return `(c.status = ANY(${bind(running)}::text[]) AND ${column} < ${now})`;
  };
  return `(${passed('call-back', 'c.call_back_due_at')} OR ${passed('rectify', 'c.rectify_due_at')})`;
}

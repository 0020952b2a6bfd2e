import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database, binding } from '@nqi/persistence';
import { decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { toMessage } from './demand.messages.js';
import { DemandRepository, type DemandFilter } from './demand.repository.js';
import { CHANGEABLE, FIXED, changeableValues, fixedValues, toRecord, type DemandRow } from './demand.rows.js';
import { Demand, unknownDemand, type DemandRecord } from './demand.js';

const OWNERSHIP = { nodePath: 'd.node_path', enterpriseUscc: 'd.enterprise_uscc' };

const DEMANDS = `SELECT ${FIXED}, ${CHANGEABLE} FROM demand d`;
const ADD = `
  INSERT INTO demand (${FIXED}, ${CHANGEABLE})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;
const SAVE = `UPDATE demand SET (${CHANGEABLE}) = ROW ($2, $3::jsonb, $4::jsonb, $5, $6, $7, $8) WHERE request_id = $1`;
const DUE = `SELECT request_id FROM demand WHERE next_due_at <= $1 ORDER BY next_due_at LIMIT $2`;
const OF_ITEMS = `${DEMANDS} WHERE d.item_id = ANY($1::uuid[]) AND d.status IN ('OPEN', 'PROPOSED') FOR UPDATE`;
const RENAME = `
  UPDATE demand SET enterprise_name = $2, version = version + 1 WHERE enterprise_uscc = $1 AND enterprise_name <> $2`;

@Injectable()
export class PgDemandRepository extends DemandRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  open<Filed>(demand: Demand, file: () => Promise<Filed | undefined>): Promise<Filed | undefined> {
    return this.database.transaction(async () => {
      const known = await file();
      if (known !== undefined) return known;
      const state = demand.snapshot();
      await this.database.write(ADD, [...fixedValues(state), ...changeableValues(state)]);
      await this.tell(demand);
      return undefined;
    });
  }

  async update(
    requestId: string,
    access: Access | undefined,
    change: (demand: Demand) => void | Promise<void>,
  ): Promise<void> {
    const { values, bind } = binding();
    const where = [`d.request_id = ${bind(requestId)}::uuid`];
    if (access) where.push(access.condition(OWNERSHIP, bind));
    const [row] = await this.database.query<DemandRow>(`${DEMANDS} WHERE ${where.join(' AND ')} FOR UPDATE`, values);
    if (!row) throw unknownDemand();
    await this.change(row, change);
  }

  async due(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ request_id: string }>(DUE, [now, limit]);
    return rows.map(({ request_id }) => request_id);
  }

  async withdraw(itemIds: readonly string[], at: Date): Promise<void> {
    for (const row of await this.database.query<DemandRow>(OF_ITEMS, [itemIds])) {
      await this.change(row, (demand) => demand.withdraw(at));
    }
  }

  async rename(uscc: string, name: string): Promise<void> {
    await this.database.write(RENAME, [uscc, name]);
  }

  async list({ statuses }: DemandFilter, access: Access, limit: number, cursor?: string): Promise<Page<DemandRecord>> {
    const { values, bind } = binding();
    const where = [access.condition(OWNERSHIP, bind)];
    if (statuses) where.push(`d.status = ANY(${bind(statuses)}::text[])`);
    if (cursor !== undefined) where.push(`d.request_id < ${bind(decodeIdCursor(cursor))}::uuid`);
    const sql = `${DEMANDS} WHERE ${where.join(' AND ')} ORDER BY d.request_id DESC LIMIT ${bind(limit + 1)}`;
    const rows = await this.database.query<DemandRow>(sql, values);
    return toPage(rows, limit, ({ request_id }) => [request_id], toRecord);
  }

  async find(requestId: string, access: Access): Promise<DemandRecord | undefined> {
    const { values, bind } = binding();
    const sql = `${DEMANDS} WHERE d.request_id = ${bind(requestId)}::uuid AND ${access.condition(OWNERSHIP, bind)}`;
    const [row] = await this.database.query<DemandRow>(sql, values);
    return row && toRecord(row);
  }

  private async change(row: DemandRow, change: (demand: Demand) => void | Promise<void>): Promise<void> {
    const before = toRecord(row);
    const demand = Demand.restore(before);
    await change(demand);
    const state = demand.snapshot();
    if (state === before) return;
    await this.database.write(SAVE, [state.requestId, ...changeableValues(state)]);
    await this.tell(demand);
  }

  private async tell(demand: Demand): Promise<void> {
    const state = demand.snapshot();
    await this.outbox.append(demand.pullEvents().map((event) => toMessage(state, event)));
  }
}

import { Injectable } from '@nestjs/common';
import type { Access } from '@nqi/platform';
import { Database, binding, type Bind } from '@nqi/persistence';
import {
  RequestReads,
  type AttachedMaterial,
  type Deliverable,
  type RequestFilter,
  type StoredRequest,
} from './request-reads.repository.js';
import type { Step, StepDetail, StepKind } from './request.events.js';
import { ITEM_COLUMNS, REQUEST_COLUMNS, toRequestState, type ItemRow, type RequestRow } from './request.rows.js';

const FIND = `SELECT ${REQUEST_COLUMNS} FROM request r WHERE r.id = $1`;
const FIND_BY_NUMBER = `SELECT ${REQUEST_COLUMNS} FROM request r WHERE r.request_no = $1`;
const REQUEST_OF = `SELECT i.request_id FROM request_item i WHERE i.id = $1`;
const ITEMS = `
  SELECT ${ITEM_COLUMNS} FROM request_item i WHERE i.request_id = ANY($1::uuid[]) ORDER BY i.request_id, i.position`;
const DELIVERABLES = `
  SELECT i.request_id, d.id, d.item_id, d.domain, d.number, d.kind, d.title_zh, d.title_en, d.conclusion, d.issued_at,
    to_char(d.valid_until, 'YYYY-MM-DD') AS valid_until
  FROM request_deliverable d JOIN request_item i ON i.id = d.item_id
  WHERE i.request_id = ANY($1::uuid[]) ORDER BY d.issued_at, d.id`;
const MATERIALS = `
  SELECT m.id, a.item_id, m.title, m.version, m.kind, m.file_name, m.media_type, a.attached_at, m.deliverable_id,
    m.deliverable_domain
  FROM request_item_material a JOIN request_item i ON i.id = a.item_id JOIN material m ON m.id = a.material_id
  WHERE i.request_id = $1 ORDER BY i.position, a.attached_at, m.title, m.id`;
const STEPS = `SELECT item_id, at, kind, detail FROM request_step WHERE request_id = $1 ORDER BY at, sequence`;

interface DeliverableRow {
  request_id: string;
  id: string;
  item_id: string;
  domain: string;
  number: string;
  kind: string;
  title_zh: string;
  title_en: string;
  conclusion: string;
  issued_at: Date;
  valid_until: string | null;
}

interface AttachedRow {
  id: string;
  item_id: string;
  title: string;
  version: number;
  kind: string;
  file_name: string;
  media_type: string;
  attached_at: Date;
  deliverable_id: string | null;
  deliverable_domain: string | null;
}

interface StepRow {
  item_id: string | null;
  at: Date;
  kind: StepKind;
  detail: StepDetail;
}

@Injectable()
export class PgRequestReads extends RequestReads {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<StoredRequest | undefined> {
    const [found] = await this.complete(await this.database.query<RequestRow>(FIND, [id]));
    if (!found) return undefined;
    const materials = await this.database.query<AttachedRow>(MATERIALS, [id]);
    return { ...found, materials: materials.map(toAttached) };
  }

  async requestOf(itemId: string): Promise<string | undefined> {
    return (await this.database.query<{ request_id: string }>(REQUEST_OF, [itemId]))[0]?.request_id;
  }

  async findByNumber(requestNo: string): Promise<StoredRequest | undefined> {
    return (await this.complete(await this.database.query<RequestRow>(FIND_BY_NUMBER, [requestNo])))[0];
  }

  async list(filter: RequestFilter, access: Access, limit: number, before?: string): Promise<StoredRequest[]> {
    const { values, bind } = binding();
    const where = [reachCondition(access, bind), ...filterConditions(filter, bind)];
    if (before !== undefined) where.push(`r.id < ${bind(before)}`);
    const sql = `
      SELECT ${REQUEST_COLUMNS} FROM request r
      WHERE ${where.join(' AND ')} ORDER BY r.id DESC LIMIT ${bind(limit)}`;
    return this.complete(await this.database.query<RequestRow>(sql, values));
  }

  async steps(requestId: string): Promise<Step[]> {
    const rows = await this.database.query<StepRow>(STEPS, [requestId]);
    return rows.map(({ item_id, ...step }) => ({ ...step, ...(item_id !== null && { itemId: item_id }) }));
  }

  private async complete(rows: readonly RequestRow[]): Promise<StoredRequest[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const items = byRequest(await this.database.query<ItemRow>(ITEMS, [ids]));
    const deliverables = byRequest(await this.database.query<DeliverableRow>(DELIVERABLES, [ids]));
    return rows.map((row) => ({
      state: toRequestState(row, items.get(row.id) ?? []),
      deliverables: (deliverables.get(row.id) ?? []).map(toDeliverable),
    }));
  }
}

/**
 * The rule of request.policy.ts in SQL: own request, an item within reach, or filed by the caller's office. Two forms of
 * one condition: where nearly everything is within reach, walking the newest requests finds a page at once; where little
 * is, the few must be found first.
 */
function reachCondition(access: Access, bind: Bind): string {
  const { principal } = access;
  const own = access.condition({ enterpriseUscc: 'r.enterprise_uscc' }, bind);
  if (principal.organizationKind !== 'node' || access.reach === 'all') return own;
  const held = access.condition({ nodePath: 'i.node_path' }, bind);
  const office = bind(principal.organizationId);
  if (isHigh(principal.nodePath)) {
    // LIMIT keeps the planner from hashing every item of the house for what fifty probes answer.
    return `(r.filed_at_office = ${office}
      OR (SELECT true FROM request_item i WHERE i.request_id = r.id AND ${held} LIMIT 1))`;
  }
  return `r.id IN (
    SELECT i.request_id FROM request_item i WHERE ${held}
    UNION SELECT f.id FROM request f WHERE f.filed_at_office = ${office})`;
}

/** The province and the municipal hub; below them come counties and parks. */
function isHigh(nodePath = ''): boolean {
  return nodePath.split('/').length <= 2;
}

function filterConditions(filter: RequestFilter, bind: Bind): string[] {
  const { status, domain, regionCode, enterpriseUscc, numberPrefix } = filter;
  return [
    ...(status === undefined ? [] : [`r.status = ${bind(status)}`]),
    ...(regionCode === undefined ? [] : [`r.region_code = ${bind(regionCode)}`]),
    ...(enterpriseUscc === undefined ? [] : [`r.enterprise_uscc = ${bind(enterpriseUscc)}`]),
    ...(numberPrefix === undefined ? [] : [`r.request_no LIKE ${bind(`${numberPrefix}%`)}`]),
    ...(domain === undefined
      ? []
      : [`EXISTS (SELECT FROM request_item i WHERE i.request_id = r.id AND i.domain = ${bind(domain)})`]),
  ];
}

function byRequest<Row extends { request_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.request_id);
    if (group) group.push(row);
    else groups.set(row.request_id, [row]);
  }
  return groups;
}

function toAttached(row: AttachedRow): AttachedMaterial {
  const { deliverable_id, deliverable_domain } = row;
  return {
    id: row.id,
    itemId: row.item_id,
    title: row.title,
    version: row.version,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    attachedAt: row.attached_at,
    ...(deliverable_id !== null && { deliverable: { id: deliverable_id, domain: deliverable_domain ?? '' } }),
  };
}

function toDeliverable(row: DeliverableRow): Deliverable {
  return {
    id: row.id,
    itemId: row.item_id,
    domain: row.domain,
    number: row.number,
    kind: row.kind,
    title: { zh: row.title_zh, en: row.title_en },
    conclusion: row.conclusion,
    issuedAt: row.issued_at,
    validUntil: row.valid_until ?? undefined,
  };
}

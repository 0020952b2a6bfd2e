import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import type { Resource } from './resource.js';
import { ResourceRepository, type ResourceCriteria } from './resource.repository.js';
import type { Span } from './span.js';

interface ResourceRow {
  id: string;
  no: string;
  kind: Resource['kind'];
  name_zh: string;
  name_en: string;
  owner_id: string;
  node_code: string;
  location: string;
  capability: string;
  service_codes: string[];
  fee_fen: number;
  fee_per: Resource['fee']['per'];
  calibrated_until: string | null;
  windows: Resource['windows'];
  slot_minutes: number;
  state: Resource['state'];
  demo: boolean;
  version: number;
}

/** The date leaves as text, since a `date` read as a JavaScript Date would shift with the machine's time zone. */
const COLUMNS = `r.id, r.no, r.kind, r.name_zh, r.name_en, r.owner_id, r.node_code, r.location, r.capability,
  r.service_codes, r.fee_fen, r.fee_per, r.calibrated_until::text AS calibrated_until, r.windows, r.slot_minutes,
  r.state, r.demo, r.version`;
/** The first instant of the day after, in Zaozhuang: when a calibration has ended. */
const dayAfter = (date: string) => `(${date}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
const GET = `SELECT ${COLUMNS} FROM shared_resource r WHERE r.id = $1`;
/** Keeps out other bookings and changes, but not the foreign keys of what refers to it. */
const LOCK = `${GET} FOR NO KEY UPDATE`;
const ADD = `
  INSERT INTO shared_resource (id, no, kind, name_zh, name_en, owner_id, node_code, location, capability,
    service_codes, fee_fen, fee_per, calibrated_until, windows, slot_minutes, state, demo, version, changed_at,
    calibration_due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
    ${dayAfter('$13')})
  ON CONFLICT (no) DO NOTHING`;
const REVISE = `
  UPDATE shared_resource SET state = $2, calibrated_until = $3, fee_fen = $4, fee_per = $5, version = $6, changed_at = $7,
    calibration_due_at = CASE WHEN calibrated_until IS DISTINCT FROM $3::date THEN ${dayAfter('$3')} ELSE calibration_due_at END
  WHERE id = $1`;
const TAKEN = `
  SELECT resource_id, lower(during) AS start, upper(during) AS end FROM booking
  WHERE resource_id = ANY($1::uuid[]) AND during && tstzrange($2, $3)
    AND status IN ('REQUESTED', 'CONFIRMED', 'CHECKED_IN')`;

@Injectable()
export class PgResourceRepository extends ResourceRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find({ kind, serviceCode, ownerId, nodeCodes, text, after, limit }: ResourceCriteria): Promise<Resource[]> {
    const { values, bind } = binding();
    const conditions = [`r.state <> 'RETIRED'`];
    if (kind !== undefined) conditions.push(`r.kind = ${bind(kind)}`);
    if (serviceCode !== undefined) conditions.push(`r.service_codes @> ARRAY[${bind(serviceCode)}]::text[]`);
    if (ownerId !== undefined) conditions.push(`r.owner_id = ${bind(ownerId)}`);
    if (nodeCodes !== undefined) conditions.push(`r.node_code = ANY(${bind(nodeCodes)}::text[])`);
    if (text !== undefined) {
      const searched = `concat_ws(' ', r.no, r.name_zh, r.name_en, r.capability, r.location)`;
      conditions.push(`position(lower(${bind(text)}) IN lower(${searched})) > 0`);
    }
    if (after !== undefined) conditions.push(`r.no COLLATE "C" > ${bind(after)}`);
    const sql = `SELECT ${COLUMNS} FROM shared_resource r WHERE ${conditions.join(' AND ')}
      ORDER BY r.no COLLATE "C" LIMIT ${bind(limit + 1)}`;
    return (await this.database.query<ResourceRow>(sql, values)).map(toResource);
  }

  get(id: string): Promise<Resource | undefined> {
    return this.one(GET, id);
  }

  lock(id: string): Promise<Resource | undefined> {
    return this.one(LOCK, id);
  }

  add(resources: readonly Resource[], at: Date): Promise<number> {
    return this.database.transaction(async () => {
      let added = 0;
      for (const resource of resources) added += await this.database.write(ADD, [...valuesOf(resource), at]);
      return added;
    });
  }

  async revise({ id, state, calibratedUntil, fee, version }: Resource, at: Date): Promise<void> {
    await this.database.write(REVISE, [id, state, calibratedUntil ?? null, fee.fen, fee.per, version, at]);
  }

  async taken(ids: readonly string[], frame: Span): Promise<ReadonlyMap<string, readonly Span[]>> {
    const values = [ids, frame.start, frame.end];
    const rows = await this.database.query<Span & { resource_id: string }>(TAKEN, values);
    const spans = new Map<string, Span[]>(ids.map((id) => [id, []]));
    for (const { resource_id: id, start, end } of rows) spans.get(id)?.push({ start, end });
    return spans;
  }

  private async one(sql: string, id: string): Promise<Resource | undefined> {
    const [row] = await this.database.query<ResourceRow>(sql, [id]);
    return row && toResource(row);
  }
}

function toResource(row: ResourceRow): Resource {
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    ownerId: row.owner_id,
    nodeCode: row.node_code,
    location: row.location,
    capability: row.capability,
    serviceCodes: row.service_codes,
    fee: { fen: row.fee_fen, per: row.fee_per },
    ...(row.calibrated_until !== null && { calibratedUntil: row.calibrated_until }),
    windows: row.windows,
    slotMinutes: row.slot_minutes,
    state: row.state,
    demo: row.demo,
    version: row.version,
  };
}

function valuesOf(resource: Resource): unknown[] {
  const { id, no, kind, name, ownerId, nodeCode, location, capability, serviceCodes, fee } = resource;
  const { calibratedUntil, windows, slotMinutes, state, demo, version } = resource;
  return [
    ...[id, no, kind, name.zh, name.en, ownerId, nodeCode, location, capability, serviceCodes, fee.fen, fee.per],
    ...[calibratedUntil ?? null, JSON.stringify(windows), slotMinutes, state, demo, version],
  ];
}

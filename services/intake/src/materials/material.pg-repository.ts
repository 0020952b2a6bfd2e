import { Injectable } from '@nestjs/common';
import { Database, binding, type Bind } from '@nqi/persistence';
import { decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { MaterialRepository, type MaterialFilter, type NewMaterial } from './material.repository.js';
import { MATERIAL_COLUMNS, toMaterial, type MaterialRow } from './material.rows.js';
import type { Material } from './material.js';

/** The account's row is the lock of an enterprise's library: room and version numbers are given out under it. */
const OPEN_ACCOUNT = `INSERT INTO material_account VALUES ($1, 0) ON CONFLICT DO NOTHING`;
const TAKE_ROOM = `
  UPDATE material_account SET used_bytes = used_bytes + $2 WHERE enterprise_uscc = $1 AND used_bytes + $2 <= $3`;
const ADD = `
  INSERT INTO material AS m (id, enterprise_uscc, title, version, kind, file_name, media_type, size_bytes, sha256, object_key,
    scanned, valid_from, valid_until, deliverable_id, deliverable_domain, added_by, added_at)
  SELECT $1, $2, $3, coalesce(max(o.version), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11::date, $12::date, $13, $14, $15, $16
  FROM material o WHERE o.enterprise_uscc = $2 AND o.title = $3
  ON CONFLICT (deliverable_id) DO NOTHING
  RETURNING ${MATERIAL_COLUMNS}`;
const USED = `SELECT used_bytes FROM material_account WHERE enterprise_uscc = $1`;
const ONE = `SELECT ${MATERIAL_COLUMNS} FROM material m WHERE m.id = $1`;
const LOCK = `${ONE} AND m.enterprise_uscc = $2 FOR UPDATE`;
const RETIRE = `UPDATE material SET retired_at = $2, revision = revision + 1 WHERE id = $1`;
const ANNOUNCE = `INSERT INTO stray_object (object_key, since) VALUES ($1, $2)`;
const FORGET = `DELETE FROM stray_object WHERE object_key = $1`;
const STRAY = `SELECT object_key FROM stray_object WHERE since < $1 ORDER BY since LIMIT $2`;
const PURGE = `
  WITH gone AS (
    SELECT m.id, m.object_key, m.enterprise_uscc, m.size_bytes, m.retired_at FROM material m
    WHERE m.retired_at < $1 AND m.object_key IS NOT NULL
      AND NOT EXISTS (SELECT FROM request_item_material a WHERE a.material_id = m.id)
    ORDER BY m.retired_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ), emptied AS (
    UPDATE material m SET object_key = NULL FROM gone WHERE m.id = gone.id
  ), stray AS (
    INSERT INTO stray_object SELECT object_key, retired_at FROM gone
  ), room AS (
    UPDATE material_account c SET used_bytes = c.used_bytes - g.bytes
    FROM (SELECT enterprise_uscc, sum(size_bytes) AS bytes FROM gone GROUP BY 1) g
    WHERE c.enterprise_uscc = g.enterprise_uscc
  )
  SELECT id FROM gone`;

@Injectable()
export class PgMaterialRepository extends MaterialRepository {
  constructor(private readonly database: Database) {
    super();
  }

  add(material: NewMaterial, mostBytes: number): Promise<Material | undefined> {
    const { enterpriseUscc, file } = material;
    return this.database.transaction(async () => {
      await this.database.write(OPEN_ACCOUNT, [enterpriseUscc]);
      const taken = await this.database.write(TAKE_ROOM, [enterpriseUscc, file?.size ?? 0, mostBytes]);
      if (taken === 0) return undefined;
      const [row] = await this.database.query<MaterialRow>(ADD, valuesOf(material));
      await this.database.write(FORGET, [file?.key]);
      return row && toMaterial(row);
    });
  }

  async addDeliverable(material: NewMaterial): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.write(OPEN_ACCOUNT, [material.enterpriseUscc]);
      await this.database.query(ADD, valuesOf(material));
    });
  }

  async usedBytes(enterpriseUscc: string): Promise<number> {
    const [row] = await this.database.query<{ used_bytes: string }>(USED, [enterpriseUscc]);
    return Number(row?.used_bytes ?? 0);
  }

  async list(
    enterpriseUscc: string,
    { kind, title, retired = false }: MaterialFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<Material>> {
    const { values, bind } = binding();
    const where = [`m.enterprise_uscc = ${bind(enterpriseUscc)}`];
    if (kind) where.push(`m.kind = ${bind(kind)}`);
    if (title !== undefined) where.push(`m.title = ${bind(title)}`);
    else where.push(NEWEST);
    if (!retired) where.push('m.retired_at IS NULL');
    if (cursor !== undefined) where.push(`m.id < ${bind(decodeIdCursor(cursor))}::uuid`);
    const sql = `
      SELECT ${MATERIAL_COLUMNS} FROM material m
      WHERE ${where.join(' AND ')} ORDER BY m.id DESC LIMIT ${bind(limit + 1)}`;
    return toPage(await this.database.query<MaterialRow>(sql, values), limit, ({ id }) => [id], toMaterial);
  }

  async find(id: string, access: Access): Promise<Material | undefined> {
    const { values, bind } = binding();
    const sql = `${ONE.replace('$1', bind(id))} AND ${readable(access, bind)}`;
    const [row] = await this.database.query<MaterialRow>(sql, values);
    return row && toMaterial(row);
  }

  async findAddressed(id: string): Promise<Material | undefined> {
    const [row] = await this.database.query<MaterialRow>(ONE, [id]);
    return row && toMaterial(row);
  }

  retire(id: string, enterpriseUscc: string, at: Date, check: (found: Material) => void): Promise<boolean> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<MaterialRow>(LOCK, [id, enterpriseUscc]);
      if (!row) return false;
      check(toMaterial(row));
      if (row.retired_at === null) await this.database.write(RETIRE, [id, at]);
      return true;
    });
  }

  async announceObject(key: string, at: Date): Promise<void> {
    await this.database.write(ANNOUNCE, [key, at]);
  }

  async strayObjects(limit: Date, most: number): Promise<string[]> {
    const rows = await this.database.query<{ object_key: string }>(STRAY, [limit, most]);
    return rows.map(({ object_key }) => object_key);
  }

  async forgetObject(key: string): Promise<void> {
    await this.database.write(FORGET, [key]);
  }

  async purgeRetired(limit: Date, most: number): Promise<number> {
    return (await this.database.query(PURGE, [limit, most])).length;
  }
}

/** No newer version of the title that is still in use. */
const NEWEST = `NOT EXISTS (
  SELECT FROM material n WHERE n.enterprise_uscc = m.enterprise_uscc AND n.title = m.title AND n.version > m.version
    AND n.retired_at IS NULL)`;

/** Staff, however far they reach, read only what is attached to an item that they reach. */
function readable(access: Access, bind: Bind): string {
  const { principal } = access;
  if (principal.organizationKind === 'enterprise')
    return access.condition({ enterpriseUscc: 'm.enterprise_uscc' }, bind);
  const handled = access.condition({ nodePath: 'i.node_path', institutionId: 'i.institution_id' }, bind);
  const filed =
    principal.organizationKind === 'node' ? `r.filed_at_office = ${bind(principal.organizationId)}` : 'FALSE';
  return `EXISTS (
    SELECT FROM request_item_material a JOIN request_item i ON i.id = a.item_id JOIN request r ON r.id = i.request_id
    WHERE a.material_id = m.id AND (${handled} OR ${filed}))`;
}

function valuesOf(material: NewMaterial): unknown[] {
  const { file, deliverable } = material;
  return [
    material.id,
    material.enterpriseUscc,
    material.title,
    material.kind,
    material.fileName,
    material.mediaType,
    file?.size ?? null,
    file?.sha256 ?? null,
    file?.key ?? null,
    file?.scanned ?? false,
    material.validFrom ?? null,
    material.validUntil ?? null,
    deliverable?.id ?? null,
    deliverable?.domain ?? null,
    material.addedBy,
    material.addedAt,
  ];
}

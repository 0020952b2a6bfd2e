import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The material library: one row per version. A row has either a file of its own (`object_key`, until it is purged) or
 * stands for a deliverable, whose document stays with the domain that issued it. `stray_object` names files that are
 * nobody's: about to be somebody's, or to be removed.
 */
export class CreateMaterial1764000300090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE material (
        id uuid PRIMARY KEY,
        enterprise_uscc text NOT NULL,
        title text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        kind text NOT NULL CHECK (kind IN ('licence', 'report', 'certificate', 'list', 'other')),
        file_name text NOT NULL,
        media_type text NOT NULL,
        size_bytes bigint CHECK (size_bytes > 0),
        sha256 text,
        object_key text UNIQUE,
        scanned boolean NOT NULL DEFAULT false,
        valid_from date,
        valid_until date,
        deliverable_id uuid UNIQUE,
        deliverable_domain text,
        added_by text NOT NULL,
        added_at timestamptz NOT NULL,
        retired_at timestamptz,
        revision integer NOT NULL DEFAULT 1,
        UNIQUE (enterprise_uscc, title, version),
        CHECK (valid_from <= valid_until),
        CHECK ((deliverable_id IS NULL) = (size_bytes IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX material_of_enterprise ON material (enterprise_uscc, id)`);
    await runner.query(`
      CREATE INDEX material_retired ON material (retired_at) WHERE retired_at IS NOT NULL AND object_key IS NOT NULL`);
    await runner.query(`
      CREATE TABLE material_account (
        enterprise_uscc text PRIMARY KEY,
        used_bytes bigint NOT NULL CHECK (used_bytes >= 0)
      )`);
    await runner.query(`CREATE TABLE stray_object (object_key text PRIMARY KEY, since timestamptz NOT NULL)`);
    await runner.query(`
      CREATE TABLE request_item_material (
        item_id uuid NOT NULL REFERENCES request_item (id),
        material_id uuid NOT NULL REFERENCES material (id),
        attached_at timestamptz NOT NULL,
        PRIMARY KEY (item_id, material_id)
      )`);
    await runner.query(`CREATE INDEX request_item_material_of_material ON request_item_material (material_id)`);
    await runner.query(`
      INSERT INTO material (id, enterprise_uscc, title, version, kind, file_name, media_type, valid_until,
        deliverable_id, deliverable_domain, added_by, added_at)
      SELECT gen_random_uuid(), r.enterprise_uscc, d.title_zh || ' ' || d.number, 1,
        CASE WHEN d.kind LIKE '%certificate%' THEN 'certificate' ELSE 'report' END, d.number || '.pdf', 'application/pdf',
        d.valid_until, d.id, d.domain, d.domain, d.issued_at
      FROM request_deliverable d JOIN request_item i ON i.id = d.item_id JOIN request r ON r.id = i.request_id
      ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

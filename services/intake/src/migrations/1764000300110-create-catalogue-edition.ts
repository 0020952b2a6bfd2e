import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The catalogue as editions that two people publish. The content is `json`, not `jsonb`: the order of a form's fields is
 * the order on the screen. What was on offer until now becomes the first edition, which requests that name none were
 * filed under.
 */
export class CreateCatalogueEdition1764000300110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_edition (
        version text PRIMARY KEY,
        status text NOT NULL CHECK (status IN ('DRAFT', 'PROPOSED', 'PUBLISHED', 'RETIRED')),
        based_on text REFERENCES catalogue_edition,
        content json NOT NULL,
        service_versions jsonb NOT NULL DEFAULT '{}',
        drafted_by text NOT NULL,
        created_at timestamptz NOT NULL,
        proposed_by text,
        approved_by text,
        effective_from timestamptz,
        published_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT catalogue_edition_two_people CHECK (approved_by <> proposed_by),
        CHECK (status <> 'PROPOSED' OR (proposed_by IS NOT NULL AND effective_from IS NOT NULL)),
        CHECK (status <> 'PUBLISHED'
          OR (proposed_by IS NOT NULL AND approved_by IS NOT NULL AND effective_from IS NOT NULL
            AND published_at IS NOT NULL))
      )`);
    // Two editions for one instant would leave it open which of them is in force.
    await runner.query(`
      CREATE UNIQUE INDEX catalogue_edition_effective ON catalogue_edition (effective_from) WHERE status = 'PUBLISHED'`);
    await runner.query(`
      INSERT INTO catalogue_edition (version, status, content, service_versions, drafted_by, created_at, proposed_by,
        approved_by, effective_from, published_at, row_version)
      SELECT 'shipped-1', 'PUBLISHED', json_build_object('services', s.all_of_them, 'packages', p.all_of_them), s.versions,
        'shipped', now(), 'shipped', 'installation', 'epoch', now(), 1
      FROM (
        SELECT jsonb_object_agg(code, version) AS versions, json_agg(json_strip_nulls(json_build_object(
          'code', code, 'domain', domain, 'name', json_build_object('zh', name_zh, 'en', name_en),
          'description', description, 'audience', audience, 'channel', channel,
          'limits', json_build_object(
            'statutory', CASE WHEN statutory_limit_days IS NOT NULL
              THEN json_build_object('unit', 'working-day', 'n', statutory_limit_days) END,
            'promised', json_build_object('unit', 'working-day', 'n', promised_limit_days)),
          'requiredMaterials', required_materials, 'feeBasis', fee_basis, 'performingLevel', performing_level,
          'legalBasis', legal_basis, 'form', form_schema, 'enabled', enabled)) ORDER BY position, code) AS all_of_them
        FROM catalog_service
      ) s, (
        SELECT coalesce(json_agg(json_build_object('code', code, 'name', json_build_object('zh', name_zh, 'en', name_en),
          'serviceCodes', service_codes, 'legs', legs, 'categories', categories, 'description', description)
          ORDER BY position), '[]') AS all_of_them
        FROM service_package
      ) p
      WHERE s.all_of_them IS NOT NULL`);
    await runner.query(`DROP TABLE catalog_service, service_package`);
    await runner.query(`ALTER TABLE request ADD catalogue_edition text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

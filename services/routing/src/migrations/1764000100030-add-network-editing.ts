import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What editing the service system needs: versions of its members, their history, grades, and reminders. */
export class AddNetworkEditing1764000100030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service_node
        ADD capacity integer CHECK (capacity > 0),
        ADD row_version integer NOT NULL DEFAULT 1`);
    // The rules are checked over the whole tree in code; this one must hold whatever the code does.
    await runner.query(
      `CREATE UNIQUE INDEX service_node_one_hub ON service_node (level) WHERE level = 'CITY' AND active`,
    );
    await runner.query(`
      ALTER TABLE institution
        ADD risk_class text CHECK (risk_class IN ('A', 'B', 'C', 'D')),
        ADD risk_class_source text,
        ADD risk_class_date date,
        ADD service_grade text CHECK (service_grade IN ('A', 'B', 'C', 'D')),
        ADD related_usccs text[] NOT NULL DEFAULT '{}',
        ADD suspended_reason text,
        ADD row_version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT institution_risk_class_whole
          CHECK (num_nonnulls(risk_class, risk_class_source, risk_class_date) IN (0, 3))`);
    await runner.query(`
      CREATE TABLE network_change (
        member_kind text NOT NULL CHECK (member_kind IN ('NODE', 'INSTITUTION')),
        member_code text NOT NULL,
        version integer NOT NULL,
        network_version bigint NOT NULL,
        changed_at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        reason text,
        before jsonb,
        after jsonb NOT NULL,
        PRIMARY KEY (member_kind, member_code, version)
      )`);
    await runner.query(`
      CREATE TABLE qualification_reminder (
        institution_id text NOT NULL REFERENCES institution,
        kind text NOT NULL,
        number text NOT NULL,
        valid_until date NOT NULL,
        days integer NOT NULL,
        due_on date NOT NULL,
        fired_at timestamptz,
        PRIMARY KEY (institution_id, kind, number, valid_until, days)
      )`);
    await runner.query(
      `CREATE INDEX qualification_reminder_due ON qualification_reminder (due_on) WHERE fired_at IS NULL`,
    );
    await runner.query(`
      INSERT INTO qualification_reminder (institution_id, kind, number, valid_until, days, due_on)
      SELECT institution_id, kind, number, valid_until, days, valid_until - days
      FROM qualification, unnest(ARRAY[120, 90, 30, 7]) AS days
      WHERE valid_until IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

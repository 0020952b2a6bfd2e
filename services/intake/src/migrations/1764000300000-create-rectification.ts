import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bad ratings, complaints and objections on their way to being put right, with every step. */
export class CreateRectification1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rectification (
        id uuid PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES request (id),
        request_no text NOT NULL,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        park_code text,
        node_path text NOT NULL,
        cause text NOT NULL CHECK (cause IN ('bad-rating', 'complaint', 'objection')),
        stars smallint CHECK (stars BETWEEN 1 AND 5),
        statements text[] NOT NULL,
        status text NOT NULL CHECK (status IN ('OPEN', 'CALLED_BACK', 'APPEALED', 'VERIFIED', 'RECTIFYING', 'RECTIFIED',
          'FED_BACK', 'RE_RATED', 'CLOSED', 'REMOVED')),
        opened_at timestamptz NOT NULL,
        call_back_due_at timestamptz NOT NULL,
        rectify_due_at timestamptz NOT NULL,
        extended boolean NOT NULL,
        overdue_told text[] NOT NULL,
        next_due_at timestamptz,
        appealed_by text,
        new_stars smallint CHECK (new_stars BETWEEN 1 AND 5),
        ended_at timestamptz,
        version integer NOT NULL
      )`);
    // One at a time of each kind: a second complaint adds nothing to the one that is being worked on.
    await runner.query(`
      CREATE UNIQUE INDEX rectification_open ON rectification (request_id, cause) WHERE ended_at IS NULL`);
    await runner.query(`CREATE INDEX rectification_of_node ON rectification (node_path text_pattern_ops, id)`);
    await runner.query(`CREATE INDEX rectification_of_enterprise ON rectification (enterprise_uscc, id)`);
    await runner.query(`CREATE INDEX rectification_due ON rectification (next_due_at) WHERE next_due_at IS NOT NULL`);
    await runner.query(`
      CREATE TABLE rectification_step (
        rectification_id uuid NOT NULL REFERENCES rectification (id),
        version integer NOT NULL,
        at timestamptz NOT NULL,
        step text NOT NULL,
        actor text NOT NULL,
        note text NOT NULL,
        ground text,
        PRIMARY KEY (rectification_id, version)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

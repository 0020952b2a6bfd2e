import { ADVISORY_LOCKS } from '@nqi/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail of one service. Rows come in through `audit_append` alone, which takes turns and chains them; a trigger
 * refuses to change or remove any. The columns beside `content` are derived from it, for searching.
 */
export class CreateAudit1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_record (
        seq bigint PRIMARY KEY,
        content text NOT NULL,
        hash bytea NOT NULL,
        at text NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'at') STORED,
        action text NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'action') STORED,
        outcome text NOT NULL GENERATED ALWAYS AS (content::jsonb ->> 'outcome') STORED,
        username text GENERATED ALWAYS AS (lower(content::jsonb #>> '{actor,username}')) STORED,
        subject_id text GENERATED ALWAYS AS (content::jsonb #>> '{subject,id}') STORED
      )`);
    await runner.query(`CREATE INDEX audit_record_username ON audit_record (username, seq)`);
    await runner.query(`CREATE INDEX audit_record_subject ON audit_record (subject_id, seq)`);
    await runner.query(`CREATE INDEX audit_record_at ON audit_record (at)`);
    await runner.query(`
      CREATE TABLE audit_anchor (
        day date PRIMARY KEY,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        anchored_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE FUNCTION audit_append(contents text[]) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        last_seq bigint;
        last_hash bytea;
        line text;
      BEGIN
        PERFORM pg_advisory_xact_lock(${ADVISORY_LOCKS.auditTrail});
        SELECT seq, hash INTO last_seq, last_hash FROM audit_record ORDER BY seq DESC LIMIT 1;
        last_seq := coalesce(last_seq, 0);
        last_hash := coalesce(last_hash, sha256(convert_to('nqi audit trail', 'UTF8')));
        FOREACH line IN ARRAY contents LOOP
          last_seq := last_seq + 1;
          last_hash := sha256(last_hash || convert_to(last_seq::text || E'\\n' || line, 'UTF8'));
          INSERT INTO audit_record (seq, content, hash) VALUES (last_seq, line, last_hash);
        END LOOP;
      END $$`);
    await runner.query(`
      CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    for (const table of ['audit_record', 'audit_anchor']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()`);
      await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC`);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

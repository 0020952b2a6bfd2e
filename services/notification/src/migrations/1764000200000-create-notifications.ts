import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisations and offices were told, and who of their people has read it. */
export class CreateNotifications1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL,
        audience text NOT NULL,
        kind text NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        body_zh text NOT NULL,
        body_en text NOT NULL,
        subject_type text NOT NULL CHECK (subject_type IN ('request', 'ticket', 'job')),
        subject_id text NOT NULL,
        domain text,
        created_at timestamptz NOT NULL,
        UNIQUE (event_id, audience)
      )`);
    await runner.query(`COMMENT ON COLUMN notification.audience IS
      'USCC of an enterprise, registry id of an institution, or path of an office from the province down'`);
    await runner.query(`CREATE INDEX notification_audience ON notification (audience, id DESC)`);
    await runner.query(`
      CREATE TABLE notification_read (
        user_id uuid NOT NULL,
        notification_id uuid NOT NULL REFERENCES notification ON DELETE CASCADE,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, notification_id)
      )`);
    await runner.query(`CREATE INDEX notification_read_notification ON notification_read (notification_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

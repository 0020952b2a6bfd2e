import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Referrals of work between offices, with everything that happened to them. */
export class CreateReferral1764000100041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE referral (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket,
        purpose text NOT NULL,
        limit_days integer NOT NULL CHECK (limit_days > 0),
        candidates text[] NOT NULL,
        partner_code text REFERENCES service_node,
        status text NOT NULL CHECK (status IN ('DRAFTED', 'OFFERED', 'DECLINED', 'ACCEPTED', 'DISPATCHED', 'RECEIVED',
          'RETURNED', 'CLOSED', 'CANCELLED')),
        offered_at timestamptz,
        received_at timestamptz,
        returned_at timestamptz,
        version integer NOT NULL,
        CHECK (partner_code IS NOT NULL OR status IN ('DRAFTED', 'DECLINED', 'CANCELLED'))
      )`);
    await runner.query(`CREATE INDEX referral_ticket ON referral (ticket_id)`);
    await runner.query(`CREATE INDEX referral_partner ON referral (partner_code, id) WHERE partner_code IS NOT NULL`);
    await runner.query(`
      CREATE TABLE referral_history (
        referral_id uuid NOT NULL REFERENCES referral,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        step text NOT NULL,
        actor text NOT NULL,
        office text NOT NULL,
        reason_code text,
        note text,
        PRIMARY KEY (referral_id, version)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

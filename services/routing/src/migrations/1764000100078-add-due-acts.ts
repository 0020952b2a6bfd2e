import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the system does by itself with referrals, bookings and resources, found by due time. */
export class AddDueActs1764000100078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE referral
        ADD notices smallint NOT NULL DEFAULT 0 CHECK (notices BETWEEN 0 AND 2),
        ADD due_at timestamptz`);
    await runner.query(`CREATE INDEX referral_due ON referral (due_at) WHERE due_at IS NOT NULL`);
    // SQL knows no working days: the runner looks at each of these once and writes the time that is right.
    await runner.query(`
      UPDATE referral SET due_at = coalesce(received_at, offered_at) WHERE status IN ('OFFERED', 'RECEIVED')`);
    await runner.query(`
      ALTER TABLE booking
        ADD due_at timestamptz,
        DROP CONSTRAINT booking_status_check,
        ADD CONSTRAINT booking_status CHECK (status IN
          ('REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'LAPSED'))`);
    await runner.query(`CREATE INDEX booking_due ON booking (due_at) WHERE due_at IS NOT NULL`);
    await runner.query(`
      UPDATE booking SET due_at = CASE status WHEN 'REQUESTED' THEN lower(during) ELSE upper(during) END
      WHERE status IN ('REQUESTED', 'CONFIRMED')`);
    await runner.query(`ALTER TABLE shared_resource ADD calibration_due_at timestamptz`);
    await runner.query(`
      CREATE INDEX shared_resource_calibration_due ON shared_resource (calibration_due_at)
      WHERE calibration_due_at IS NOT NULL`);
    await runner.query(`
      UPDATE shared_resource SET calibration_due_at = (calibrated_until + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      WHERE calibrated_until IS NOT NULL AND state <> 'RETIRED'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets out of which vouchers are granted, the vouchers, and every step they took. */
export class CreateVoucher1764000300121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is committed stands beside the budget, so that one condition on one row keeps any number of grants within it.
    await runner.query(`
      CREATE TABLE voucher_programme (
        id uuid PRIMARY KEY,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('innovation', 'quality')),
        budget_fen bigint NOT NULL CHECK (budget_fen > 0),
        committed_fen bigint NOT NULL DEFAULT 0 CHECK (committed_fen BETWEEN 0 AND budget_fen),
        share_percent smallint NOT NULL CHECK (share_percent BETWEEN 1 AND 100),
        cap_fen bigint NOT NULL CHECK (cap_fen BETWEEN 1 AND budget_fen),
        domains text[] NOT NULL,
        service_codes text[] NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        legal_basis text NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE voucher (
        id uuid PRIMARY KEY,
        programme_id uuid NOT NULL REFERENCES voucher_programme (id),
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        face_fen bigint NOT NULL CHECK (face_fen > 0),
        granted_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('GRANTED', 'LOCKED', 'USED', 'SETTLEMENT_APPLIED', 'SETTLED', 'EXPIRED',
          'REVOKED')),
        quote_id uuid REFERENCES quote (id),
        item_id uuid REFERENCES request_item (id),
        amount_fen bigint CHECK (amount_fen BETWEEN 1 AND face_fen),
        invoice_no text,
        applied_by text,
        version integer NOT NULL,
        CONSTRAINT voucher_has_order CHECK (
          (status IN ('LOCKED', 'USED', 'SETTLEMENT_APPLIED', 'SETTLED'))
          = (quote_id IS NOT NULL AND item_id IS NOT NULL AND amount_fen IS NOT NULL))
      )`);
    // One order takes one voucher, and one voucher one order.
    await runner.query(`CREATE UNIQUE INDEX voucher_of_item ON voucher (item_id) WHERE item_id IS NOT NULL`);
    await runner.query(`CREATE UNIQUE INDEX voucher_of_quote ON voucher (quote_id) WHERE quote_id IS NOT NULL`);
    await runner.query(`CREATE INDEX voucher_of_programme ON voucher (programme_id, id)`);
    await runner.query(`CREATE INDEX voucher_of_enterprise ON voucher (enterprise_uscc, id)`);
    await runner.query(`CREATE INDEX voucher_expiring ON voucher (expires_at) WHERE status = 'GRANTED'`);
    await runner.query(`
      CREATE TABLE voucher_step (
        voucher_id uuid NOT NULL REFERENCES voucher (id),
        version integer NOT NULL,
        at timestamptz NOT NULL,
        step text NOT NULL,
        actor text NOT NULL,
        note text,
        PRIMARY KEY (voucher_id, version)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

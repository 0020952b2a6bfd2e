import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { FieldCipher } from '@nqi/platform';
import { factorPlace } from '../fields/sealed-places.js';
import { SecondFactorRepository, type SecondFactor } from './second-factor.repository.js';

const FIND = `SELECT factor_secret, factor_pending, factor_last_step FROM user_account WHERE id = $1`;
const OFFER = `UPDATE user_account SET factor_pending = $2 WHERE id = $1`;
const BIND = `
  UPDATE user_account SET factor_secret = factor_pending, factor_pending = NULL, factor_last_step = $2
  WHERE id = $1 AND factor_pending IS NOT NULL`;
const DROP_CODES = `DELETE FROM recovery_code WHERE user_id = $1`;
const ADD_CODES = `INSERT INTO recovery_code (user_id, code_hash) SELECT $1, unnest($2::bytea[])`;
const USE_STEP = `UPDATE user_account SET factor_last_step = $2 WHERE id = $1 AND factor_last_step < $2`;
const USE_CODE = `
  UPDATE recovery_code SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL`;
const CODES_LEFT = `SELECT count(*)::int AS left FROM recovery_code WHERE user_id = $1 AND used_at IS NULL`;
const UNBIND = `
  UPDATE user_account SET factor_secret = NULL, factor_pending = NULL, factor_last_step = 0 WHERE id = $1`;

interface FactorRow {
  factor_secret: string | null;
  factor_pending: string | null;
  factor_last_step: string;
}

@Injectable()
export class PgSecondFactorRepository extends SecondFactorRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async find(userId: string): Promise<SecondFactor> {
    const [row] = await this.database.query<FactorRow>(FIND, [userId]);
    const open = (value: string | null | undefined) =>
      value ? Buffer.from(this.cipher.open(value, factorPlace(userId)), 'base64') : undefined;
    return {
      secret: open(row?.factor_secret),
      pending: open(row?.factor_pending),
      lastStep: Number(row?.factor_last_step ?? 0),
    };
  }

  async offer(userId: string, secret: Buffer): Promise<void> {
    await this.database.write(OFFER, [userId, this.cipher.seal(secret.toString('base64'), factorPlace(userId))]);
  }

  bind(userId: string, step: number, recoveryHashes: readonly Buffer[]): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.write(BIND, [userId, step]);
      await this.database.write(DROP_CODES, [userId]);
      await this.database.write(ADD_CODES, [userId, recoveryHashes]);
    });
  }

  async useStep(userId: string, step: number): Promise<boolean> {
    return (await this.database.write(USE_STEP, [userId, step])) > 0;
  }

  async useRecoveryCode(userId: string, hash: Buffer, at: Date): Promise<boolean> {
    return (await this.database.write(USE_CODE, [userId, hash, at])) > 0;
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    const [row] = await this.database.query<{ left: number }>(CODES_LEFT, [userId]);
    return row?.left ?? 0;
  }

  unbind(userId: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.write(UNBIND, [userId]);
      await this.database.write(DROP_CODES, [userId]);
    });
  }
}

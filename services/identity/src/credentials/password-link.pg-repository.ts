import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { PasswordLinkRepository, type PasswordLink } from './password-link.repository.js';

const ADD = `
  WITH older AS (DELETE FROM password_link WHERE user_id = $2)
  INSERT INTO password_link (token_hash, user_id, made_by, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;
const USE = `
  UPDATE password_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
  RETURNING user_id`;

@Injectable()
export class PgPasswordLinkRepository extends PasswordLinkRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add({ tokenHash, userId, madeBy, madeAt, expiresAt }: PasswordLink): Promise<void> {
    await this.database.write(ADD, [tokenHash, userId, madeBy, madeAt, expiresAt]);
  }

  async use(tokenHash: Buffer, at: Date): Promise<string | undefined> {
    const [row] = await this.database.query<{ user_id: string }>(USE, [tokenHash, at]);
    return row?.user_id;
  }
}

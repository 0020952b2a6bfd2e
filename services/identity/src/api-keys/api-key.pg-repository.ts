import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { MOST_KEYS, tooManyKeys, type ApiKey } from './api-key.js';
import { ApiKeyRepository, type KnownKey } from './api-key.repository.js';

/** The organisation's row is locked, so that two that are made at once are counted one after the other. */
const LOCK = `SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE`;
const COUNT = `
  SELECT count(*)::int AS count FROM api_key WHERE enterprise_id = $1 AND revoked_at IS NULL AND expires_at > $2`;
const ADD = `
  INSERT INTO api_key (id, enterprise_id, name, hash, scopes, made_by, made_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const SHOWN = `
  k.id, k.enterprise_id AS "enterpriseId", k.name, k.scopes, k.made_by AS "madeBy", k.made_at AS "madeAt",
  k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt"`;
const LIST = `SELECT ${SHOWN} FROM api_key k WHERE k.enterprise_id = $1 ORDER BY k.id DESC LIMIT 200`;
const USE = `
  UPDATE api_key k SET last_used_at = $2 FROM organization e
  WHERE k.hash = $1 AND k.revoked_at IS NULL AND k.expires_at > $2 AND e.id = k.enterprise_id
  RETURNING ${SHOWN}, e.name AS "enterpriseName"`;
const REVOKE = `UPDATE api_key SET revoked_at = $3 WHERE enterprise_id = $1 AND id = $2 AND revoked_at IS NULL`;

@Injectable()
export class PgApiKeyRepository extends ApiKeyRepository {
  constructor(private readonly database: Database) {
    super();
  }

  add({ id, enterpriseId, name, scopes, madeBy, madeAt, expiresAt }: ApiKey, hash: Buffer): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.query(LOCK, [enterpriseId]);
      const [row] = await this.database.query<{ count: number }>(COUNT, [enterpriseId, madeAt]);
      if ((row?.count ?? 0) >= MOST_KEYS) throw tooManyKeys();
      await this.database.write(ADD, [id, enterpriseId, name, hash, scopes, madeBy, madeAt, expiresAt]);
    });
  }

  listOf(enterpriseId: string): Promise<ApiKey[]> {
    return this.database.query<ApiKey>(LIST, [enterpriseId]);
  }

  async use(hash: Buffer, at: Date): Promise<KnownKey | undefined> {
    return (await this.database.query<KnownKey>(USE, [hash, at]))[0];
  }

  async revoke(enterpriseId: string, id: string, at: Date): Promise<boolean> {
    return (await this.database.write(REVOKE, [enterpriseId, id, at])) > 0;
  }
}

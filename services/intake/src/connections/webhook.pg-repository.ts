import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { assertVersion, type Access } from '@nqi/platform';
import { MOST_WEBHOOKS, tooMany, unknownWebhook, type Webhook } from './webhook.js';
import { WebhookRepository, type NewWebhook } from './webhook.repository.js';
import { WebhookSecrets } from './webhook-secrets.cipher.js';

const SHOWN = `
  SELECT w.id, w.enterprise_uscc AS "enterpriseUscc", w.url, w.events, w.made_by AS "madeBy", w.made_at AS "madeAt",
    w.previous_until AS "previousUntil", w.version
  FROM webhook w WHERE w.ended_at IS NULL`;
/** Two that are made at once are counted one after the other. */
const SERIALIZE = `SELECT pg_advisory_xact_lock(hashtextextended('webhook/' || $1, 0))`;
const COUNT = `SELECT count(*)::int AS count FROM webhook WHERE enterprise_uscc = $1 AND ended_at IS NULL`;
const ADD = `
  INSERT INTO webhook (id, enterprise_uscc, url, events, secret, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const ROTATE = `
  UPDATE webhook SET previous_secret = secret, secret = $2, previous_until = $3, version = version + 1 WHERE id = $1`;
const END = `UPDATE webhook SET ended_at = $2, version = version + 1 WHERE id = $1`;

@Injectable()
export class PgWebhookRepository extends WebhookRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
  ) {
    super();
  }

  add({ id, enterpriseUscc, url, events, secret, madeBy, madeAt }: NewWebhook): Promise<void> {
    const sealed = this.secrets.seal(secret, id);
    return this.database.transaction(async () => {
      await this.database.query(SERIALIZE, [enterpriseUscc]);
      const [row] = await this.database.query<{ count: number }>(COUNT, [enterpriseUscc]);
      if ((row?.count ?? 0) >= MOST_WEBHOOKS) throw tooMany();
      await this.database.write(ADD, [id, enterpriseUscc, url, events, sealed, madeBy, madeAt]);
    });
  }

  list(access: Access): Promise<Webhook[]> {
    const values: unknown[] = [];
    return this.database.query<Webhook>(`${SHOWN} AND ${scope(access, values)} ORDER BY w.id LIMIT 200`, values);
  }

  find(id: string, access: Access): Promise<Webhook | undefined> {
    return this.one(id, access, '');
  }

  rotate(
    id: string,
    access: Access,
    change: { readonly secret: string; readonly previousUntil: Date; readonly expectedVersion?: number },
  ): Promise<void> {
    const { secret, previousUntil, expectedVersion } = change;
    return this.change(id, access, expectedVersion, ROTATE, [this.secrets.seal(secret, id), previousUntil]);
  }

  end(id: string, access: Access, at: Date, expectedVersion?: number): Promise<void> {
    return this.change(id, access, expectedVersion, END, [at]);
  }

  private change(id: string, access: Access, expected: number | undefined, sql: string, values: unknown[]) {
    return this.database.transaction(async () => {
      const found = await this.one(id, access, 'FOR UPDATE');
      if (!found) throw unknownWebhook();
      assertVersion(expected, found.version);
      await this.database.write(sql, [id, ...values]);
    });
  }

  private async one(id: string, access: Access, lock: '' | 'FOR UPDATE'): Promise<Webhook | undefined> {
    const values: unknown[] = [id];
    const sql = `${SHOWN} AND w.id = $1 AND ${scope(access, values)} ${lock}`;
    return (await this.database.query<Webhook>(sql, values))[0];
  }
}

const scope = (access: Access, values: unknown[]): string =>
  access.condition({ enterpriseUscc: 'w.enterprise_uscc' }, (value) => `$${values.push(value)}`);

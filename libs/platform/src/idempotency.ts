import { createHash } from 'node:crypto';
import { Injectable, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { FastifyRequest } from 'fastify';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const LONGEST_KEY = 255;
const CLAIM = `
  INSERT INTO idempotency_key (owner, key, body_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`;
const FIND = `SELECT body_hash, reply FROM idempotency_key WHERE owner = $1 AND key = $2`;
const KEEP = `UPDATE idempotency_key SET reply = $3 WHERE owner = $1 AND key = $2`;

/** The caller's `Idempotency-Key`, undefined when there is none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  const key = Array.isArray(header) ? header[0] : header;
  if (key === undefined) return undefined;
  if (key.length > 0 && key.length <= LONGEST_KEY && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new DomainError('IDEMPOTENCY.BAD_KEY', 'invalid', {
    zh: `Idempotency-Key 须为 1 至 ${LONGEST_KEY} 个可见 ASCII 字符`,
    en: `Idempotency-Key must have 1 to ${LONGEST_KEY} visible ASCII characters`,
  });
});

/** Hash by which a repeated request is told from another one under the same key; the order of fields does not matter. */
export const bodyHash = (body: unknown): string => createHash('sha256').update(canonical(body)).digest('hex');

/** Same key, another body: never answered with the first one's reply. */
export function idempotencyMismatch(): DomainError {
  return new DomainError('IDEMPOTENCY.OTHER_BODY', 'invalid', {
    zh: '该 Idempotency-Key 已用于另一份内容',
    en: 'This Idempotency-Key was used for another body',
  });
}

/** Makes creating requests repeatable: the key, the effect and the reply commit together. */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Runs work once per owner and key and answers repeats with the first reply, read back as JSON. A repeat that comes
   * while the first is still running waits for it. Failures are not kept: the next try works anew.
   * Throws `invalid` for a key used with another body.
   */
  async once<T>(owner: string, key: string | undefined, body: unknown, work: () => Promise<T>): Promise<T> {
    if (key === undefined) return work();
    const hash = bodyHash(body);
    return this.database.transaction(async () => {
      const claimed = await this.database.query(CLAIM, [owner, key, hash]);
      if (claimed.length === 0) {
        const [known] = await this.database.query<{ body_hash: string; reply: T }>(FIND, [owner, key]);
        if (known?.body_hash !== hash) throw idempotencyMismatch();
        return known.reply;
      }
      const reply = await work();
      await this.database.write(KEEP, [owner, key, JSON.stringify(reply)]);
      return reply;
    });
  }
}

/** The table behind `Idempotency`; services with creating endpoints list it among their migrations. */
export class CreateIdempotency1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        owner text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        reply jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, key)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

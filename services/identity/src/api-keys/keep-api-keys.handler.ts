import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, Idempotency, type Principal } from '@nqi/platform';
import { newOneTimeToken, oneTimeHash } from '../credentials/one-time-token.codec.js';
import { makeKey, unknownKey, type ApiKey, type KeyScope } from './api-key.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { KEY_PREFIX } from './exchange-key.handler.js';

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: string;
}

/** An enterprise's owner gives its own systems keys and takes them back. */
@Injectable()
export class KeepApiKeysHandler {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly trail: AuditTrail,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The key is told this once: a repetition under the same idempotency key is answered without it. */
  async make(caller: Principal, given: NewKey, idempotencyKey?: string): Promise<{ id: string; key?: string }> {
    const { name, scopes, expiresAt } = given;
    const key = makeKey({
      id: newId(),
      enterpriseId: caller.organizationId,
      name,
      scopes,
      madeBy: caller.username,
      madeAt: this.clock.now(),
      expiresAt: new Date(expiresAt),
    });
    let told: string | undefined;
    const owner = `${caller.organizationId}/api-keys`;
    const { id } = await this.idempotency.once(owner, idempotencyKey, given, () =>
      this.database.transaction(async () => {
        const { text } = newOneTimeToken();
        const secret = KEY_PREFIX + text;
        await this.keys.add(key, oneTimeHash(secret));
        await this.note('api-key.made', key.id, { name, scopes: key.scopes, expiresAt });
        told = secret;
        return { id: key.id };
      }),
    );
    return { id, ...(told !== undefined && { key: told }) };
  }

  listOf(caller: Principal): Promise<ApiKey[]> {
    return this.keys.listOf(caller.organizationId);
  }

  /** Tokens that are out already live on for at most a quarter of an hour. */
  revoke(caller: Principal, id: string): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.keys.revoke(caller.organizationId, id, this.clock.now()))) throw unknownKey();
      await this.note('api-key.revoked', id);
    });
  }

  private note(action: string, id: string, after?: Record<string, unknown>): Promise<void> {
    return this.trail.note({ action, outcome: 'success', subject: { kind: 'api-key', id }, after });
  }
}

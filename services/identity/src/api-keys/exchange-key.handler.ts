import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { AuditTrail, Unauthenticated } from '@nqi/platform';
import { oneTimeHash } from '../credentials/one-time-token.codec.js';
import { ACCESS_TOKEN_SECONDS, AccessTokenIssuer } from '../keys/access-token.issuer.js';
import { permissionsOf } from './api-key.js';
import { ApiKeyRepository } from './api-key.repository.js';

/** Lets people and scanners of source code see what it is. */
export const KEY_PREFIX = 'nqi_key_';

export interface KeyToken {
  readonly accessToken: string;
  readonly expiresIn: number;
}

/** Gives a system that shows a key a token of its enterprise, good for the key's scopes and no longer than the key. */
@Injectable()
export class ExchangeKeyHandler {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly tokens: AccessTokenIssuer,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws Unauthenticated for a key that is unknown, expired or revoked; which one is not told. */
  async execute(text: string): Promise<KeyToken> {
    const at = this.clock.now();
    const key = await this.keys.use(oneTimeHash(text), at);
    if (!key) throw new Unauthenticated('invalid');
    const { id, enterpriseId, enterpriseName, name } = key;
    await this.trail.note({
      action: 'api-key.used',
      outcome: 'success',
      subject: { kind: 'api-key', id },
      actor: { userId: id, username: name, organizationId: enterpriseId, roles: ['enterprise_member'] },
    });
    const left = Math.floor((key.expiresAt.getTime() - at.getTime()) / 1_000);
    const expiresIn = Math.min(ACCESS_TOKEN_SECONDS, left);
    const system = { id, name, enterpriseId, enterpriseName, permissions: permissionsOf(key) };
    return { accessToken: await this.tokens.issueForSystem(system, at, expiresIn), expiresIn };
  }
}

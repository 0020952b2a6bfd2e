import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { AuditTrail, Unauthenticated, type Principal } from '@nqi/platform';
import { AccountRepository } from '../accounts/account.repository.js';
import { ACCESS_TOKEN_SECONDS, AccessTokenIssuer } from '../keys/access-token.issuer.js';
import { noSuchDelegation } from './delegate.handler.js';
import { assertActive } from './delegation.js';
import { DelegationRepository } from './delegation.repository.js';

export interface ActingToken {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
}

/** Gives somebody of the agent a token of the enterprise, good for what was left to the agent and no longer than that. */
@Injectable()
export class ActForHandler {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly accounts: AccountRepository,
    private readonly tokens: AccessTokenIssuer,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for a delegation to somebody else and `forbidden` for one that is over. */
  async execute(caller: Principal, id: string): Promise<ActingToken> {
    const at = this.clock.now();
    const delegation = await this.delegations.find(id);
    if (!delegation || delegation.agentId !== caller.organizationId) throw noSuchDelegation();
    assertActive(delegation, at);
    const profile = await this.accounts.activeProfile(caller.userId);
    if (!profile) throw new Unauthenticated('invalid');
    const { enterpriseId, enterpriseName } = delegation;
    await this.trail.note({ action: 'delegation.used', outcome: 'success', subject: { kind: 'delegation', id } });
    const left = Math.floor((delegation.endsAt.getTime() - at.getTime()) / 1_000);
    const expiresIn = Math.min(ACCESS_TOKEN_SECONDS, left);
    const accessToken = await this.tokens.issueActing(profile, delegation, at, expiresIn);
    return { accessToken, expiresIn, enterpriseId, enterpriseName };
  }
}

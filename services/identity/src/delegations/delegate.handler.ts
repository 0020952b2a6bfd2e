import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId, normalizeUscc } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, Idempotency, type Principal } from '@nqi/platform';
import { delegate } from './delegation.js';
import { DelegationRepository, type NamedDelegation } from './delegation.repository.js';

export interface NewDelegation {
  readonly agentUscc: string;
  readonly permissions: readonly string[];
  readonly endsAt: string;
}

/** An enterprise's owner gives a delegation and takes it back. */
@Injectable()
export class DelegateHandler {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly trail: AuditTrail,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  give(caller: Principal, given: NewDelegation, idempotencyKey?: string): Promise<{ id: string }> {
    const { agentUscc, permissions, endsAt } = given;
    const delegation = delegate({
      id: newId(),
      enterpriseId: caller.organizationId,
      agentId: normalizeUscc(agentUscc),
      permissions,
      madeBy: caller.username,
      madeAt: this.clock.now(),
      endsAt: new Date(endsAt),
    });
    const { id, agentId } = delegation;
    return this.idempotency.once(`${caller.organizationId}/delegations`, idempotencyKey, given, () =>
      this.database.transaction(async () => {
        await this.delegations.add(delegation);
        await this.note('delegation.given', id, { agentId, permissions: delegation.permissions, endsAt });
        return { id };
      }),
    );
  }

  /** Tokens that are out already live on for at most a quarter of an hour. */
  revoke(caller: Principal, id: string): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.delegations.revoke(caller.organizationId, id, this.clock.now()))) throw noSuchDelegation();
      await this.note('delegation.revoked', id);
    });
  }

  listOf(caller: Principal): Promise<NamedDelegation[]> {
    return this.delegations.listOf(caller.organizationId);
  }

  private note(action: string, id: string, after?: Record<string, unknown>): Promise<void> {
    return this.trail.note({ action, outcome: 'success', subject: { kind: 'delegation', id }, after });
  }
}

export const noSuchDelegation = (): DomainError =>
  new DomainError('DELEGATION.UNKNOWN', 'not_found', { zh: '没有此委托', en: 'No such delegation' });

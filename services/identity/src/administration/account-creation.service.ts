import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { AuditTrail, Idempotency, type Access } from '@nqi/platform';

/** A creation that happens once and is on record. */
@Injectable()
export class AccountCreation {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  once(
    { principal }: Access,
    body: object,
    key: string | undefined,
    create: (at: Date) => Promise<{ id: string; after: Record<string, unknown> }>,
  ): Promise<{ id: string }> {
    return this.idempotency.once(`${principal.organizationId}/accounts`, key, body, async () => {
      const { id, after } = await create(this.now());
      await this.trail.note({ action: 'account.created', outcome: 'success', subject: { kind: 'account', id }, after });
      return { id };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Idempotency } from '@nqi/platform';
import { NewPasswords } from '../accounts/new-passwords.service.js';
import type { EnterpriseDetails } from './enterprise-registration.js';
import { EnterpriseRegistrar } from './enterprise-registrar.service.js';

export interface RegisterEnterprise {
  readonly details: EnterpriseDetails;
  readonly username: string;
  readonly password: string;
  readonly idempotencyKey?: string;
}

export interface EnterpriseRegistered {
  readonly uscc: string;
  readonly name: string;
  readonly userId: string;
  readonly username: string;
}

/** An enterprise registers itself: the organisation and its first user come into being together. */
@Injectable()
export class RegisterEnterpriseHandler {
  constructor(
    private readonly registrar: EnterpriseRegistrar,
    private readonly passwords: NewPasswords,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async execute({ details, username, password, idempotencyKey }: RegisterEnterprise): Promise<EnterpriseRegistered> {
    const { enterprise, owner } = this.registrar.draft(details, username, this.clock.now());
    // Takes long; done before the transaction, which holds a connection.
    const passwordHash = await this.passwords.hash(password, username);
    // The key is not compared by the password: that would keep a fast hash of it.
    return this.idempotency.once(`${enterprise.id}/register`, idempotencyKey, { details, username }, async () => {
      await this.registrar.add(enterprise, { ...owner, passwordHash });
      return { uscc: enterprise.id, name: enterprise.name, userId: owner.id, username };
    });
  }
}

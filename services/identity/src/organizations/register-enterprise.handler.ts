import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Idempotency } from '@nqi/platform';
import { assertFreeToTake, type NewAccount } from '../accounts/account.js';
import { NewPasswords } from '../accounts/new-passwords.service.js';
import { registerEnterprise, type EnterpriseDetails } from './enterprise-registration.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import { ServiceArea } from './service-area.js';

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
    private readonly enterprises: EnterpriseRepository,
    private readonly passwords: NewPasswords,
    private readonly area: ServiceArea,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async execute({ details, username, password, idempotencyKey }: RegisterEnterprise): Promise<EnterpriseRegistered> {
    const at = this.clock.now();
    const enterprise = registerEnterprise(details, this.area, at);
    assertFreeToTake(username);
    const owner: NewAccount = {
      id: newId(),
      username,
      displayName: enterprise.contactName ?? username,
      roles: ['enterprise_owner'],
      organizationId: enterprise.id,
      // Takes long; done before the transaction, which holds a connection.
      passwordHash: await this.passwords.hash(password, username),
      active: true,
      demonstration: false,
      changedAt: at,
    };
    // The key is not compared by the password: that would keep a fast hash of it.
    return this.idempotency.once(`${enterprise.id}/register`, idempotencyKey, { details, username }, async () => {
      await this.enterprises.add(enterprise, owner);
      return { uscc: enterprise.id, name: enterprise.name, userId: owner.id, username };
    });
  }
}

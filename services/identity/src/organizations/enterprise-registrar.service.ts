import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { assertFreeToTake, type NewAccount } from '../accounts/account.js';
import { registerEnterprise, type EnterpriseDetails } from './enterprise-registration.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import type { Organization } from './organization.js';
import { ServiceArea } from './service-area.js';

/** How an enterprise comes into being with its first user, whichever way they show who they are. */
@Injectable()
export class EnterpriseRegistrar {
  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly area: ServiceArea,
  ) {}

  /** Checks everything that needs no look at what is there. Throws `invalid`, with the field to blame. */
  draft(
    details: EnterpriseDetails,
    username: string,
    at: Date,
  ): { enterprise: Organization; owner: Omit<NewAccount, 'passwordHash'> } {
    const enterprise = registerEnterprise(details, this.area, at);
    assertFreeToTake(username);
    const owner = {
      id: newId(),
      username,
      displayName: enterprise.contactName ?? username,
      roles: ['enterprise_owner'],
      organizationId: enterprise.id,
      active: true,
      demonstration: false,
      changedAt: at,
    };
    return { enterprise, owner };
  }

  /** Adds both or neither. Throws `conflict` when the enterprise is registered already or the user name is taken. */
  add(enterprise: Organization, owner: NewAccount): Promise<void> {
    return this.enterprises.add(enterprise, owner);
  }
}

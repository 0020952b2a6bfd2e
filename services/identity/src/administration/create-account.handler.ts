import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { type Access } from '@nqi/platform';
import { usernameTaken } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { PasswordLinkIssuer, type IssuedLink } from '../credentials/password-link.issuer.js';
import { OrganizationQuery } from '../organizations/organization.query.js';
import { AccountCreation } from './account-creation.service.js';
import { assertMayKeep, assertRolesFit } from './role-grants.js';

export interface NewStaffAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  /** The caller's own when missing. */
  readonly organizationId?: string;
}

/** Makes an account without a password; a one-time link lets its owner set the first one. */
@Injectable()
export class CreateAccountHandler {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly organizations: OrganizationQuery,
    private readonly hasher: PasswordHasher,
    private readonly links: PasswordLinkIssuer,
    private readonly creation: AccountCreation,
  ) {}

  async execute(
    given: NewStaffAccount,
    access: Access,
    idempotencyKey?: string,
  ): Promise<{ id: string; link: IssuedLink }> {
    const { principal } = access;
    const organization = await this.organizations.within(access, given.organizationId ?? principal.organizationId);
    const roles = [...new Set(given.roles)];
    assertMayKeep(principal.roles, roles);
    assertRolesFit(roles, organization);
    // Nobody knows it; the account is of no use until its owner has set one.
    const passwordHash = await this.hasher.hash(randomBytes(32).toString('base64url'));
    const { id } = await this.creation.once(access, given, idempotencyKey, async (at) => {
      const account = {
        id: newId(),
        username: given.username,
        displayName: given.displayName.trim(),
        roles,
        organizationId: organization.id,
        active: true,
        changedAt: at,
      };
      const added = await this.accounts.addNew([{ ...account, passwordHash, demonstration: false }]);
      if (added.length === 0) throw usernameTaken();
      return { id: account.id, after: { username: account.username, roles, organizationId: organization.id } };
    });
    // The link is made anew for a repeat: the first one is kept nowhere.
    return { id, link: await this.links.issue(id, principal.username, this.creation.now()) };
  }
}

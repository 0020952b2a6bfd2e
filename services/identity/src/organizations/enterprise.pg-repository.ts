import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { usernameTaken, type NewAccount } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import type { Organization } from './organization.js';
import { OrganizationRepository } from './organization.repository.js';

@Injectable()
export class PgEnterpriseRepository extends EnterpriseRepository {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationRepository,
    private readonly accounts: AccountRepository,
  ) {
    super();
  }

  add(enterprise: Organization, owner: NewAccount): Promise<void> {
    return this.database.transaction(async () => {
      if ((await this.organizations.addNew([enterprise])).length === 0) throw alreadyRegistered();
      if ((await this.accounts.addNew([owner])).length === 0) throw usernameTaken();
    });
  }

  async isRegistered(uscc: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM organization WHERE id = $1`, [uscc])).length > 0;
  }
}

const alreadyRegistered = () =>
  new DomainError(
    'ENTERPRISE.ALREADY_REGISTERED',
    'conflict',
    { zh: '该企业已注册', en: 'This enterprise is registered already' },
    {},
    '/uscc',
  );

import { Injectable } from '@nestjs/common';
import type { Access } from '@nqi/platform';
import type { ManagedAccount } from './managed-account.js';
import { ManagedAccountRepository } from './managed-account.repository.js';

/** One account within reach. */
@Injectable()
export class ReadAccountQuery {
  constructor(private readonly accounts: ManagedAccountRepository) {}

  /** Throws `not_found` for one that is unknown or out of reach. */
  execute(id: string, access: Access): Promise<ManagedAccount> {
    return this.accounts.find(id, access);
  }
}

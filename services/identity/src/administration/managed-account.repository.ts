import type { Access } from '@nqi/platform';
import type { ManagedAccount } from './managed-account.js';

export abstract class ManagedAccountRepository {
  /** Throws `not_found` for an account that is unknown or out of reach. */
  abstract find(id: string, access: Access): Promise<ManagedAccount>;

  /**
   * Changes an account under a lock and tells others of it; sessions end when it is switched off. Throws
   * `not_found` for one out of reach and `precondition` when it is not the version that the caller saw.
   */
  abstract update(
    id: string,
    access: Access,
    expected: number | undefined,
    change: (account: ManagedAccount) => ManagedAccount,
  ): Promise<{ before: ManagedAccount; after: ManagedAccount }>;
}

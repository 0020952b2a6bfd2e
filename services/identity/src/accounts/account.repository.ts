import type { Account, AccountProfile, NewAccount } from './account.js';

export interface Credentials {
  readonly profile: AccountProfile;
  readonly passwordHash: string;
}

export abstract class AccountRepository {
  /** Adds the accounts whose user name is free, tells the others of them, and returns those alone. */
  abstract addNew(accounts: readonly NewAccount[]): Promise<Account[]>;

  abstract credentialsOf(username: string): Promise<Credentials | undefined>;

  /** An account in use; undefined when it is unknown or switched off. */
  abstract activeProfile(userId: string): Promise<AccountProfile | undefined>;

  /** False while the only ways in are others'. */
  abstract hasPassword(userId: string): Promise<boolean>;

  abstract setPassword(userId: string, passwordHash: string, at: Date): Promise<void>;
}

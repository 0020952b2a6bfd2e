import type { NewAccount } from '../accounts/account.js';
import type { Organization } from './organization.js';

export abstract class EnterpriseRepository {
  /** Adds both or neither. Throws `conflict` when the enterprise is registered already or the user name is taken. */
  abstract add(enterprise: Organization, owner: NewAccount): Promise<void>;

  abstract isRegistered(uscc: string): Promise<boolean>;
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, type Access } from '@nqi/platform';
import { PasswordLinkIssuer, type IssuedLink } from '../credentials/password-link.issuer.js';
import { SecondFactorRepository } from '../credentials/second-factor.repository.js';
import {
  assertKeeps,
  editAccount,
  reinstateAccount,
  suspendAccount,
  type AccountEdit,
  type Keeper,
  type ManagedAccount,
} from './managed-account.js';
import { ManagedAccountRepository } from './managed-account.repository.js';

/** Which account, by whom, and which version of it they saw. */
export interface AccountCommand {
  readonly id: string;
  readonly access: Access;
  readonly expected?: number;
}

type Change = (account: ManagedAccount, keeper: Keeper, at: Date) => ManagedAccount;

/** What keepers do with accounts; all of it on record with before and after. */
@Injectable()
export class KeepAccountHandler {
  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: PasswordLinkIssuer,
    private readonly factors: SecondFactorRepository,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  edit(command: AccountCommand, edit: AccountEdit): Promise<ManagedAccount> {
    return this.change(command, 'account.edited', (account, keeper, at) => editAccount(account, edit, keeper, at));
  }

  suspend(command: AccountCommand, reason: string): Promise<ManagedAccount> {
    const suspend: Change = (account, keeper, at) => suspendAccount(account, reason, keeper, at);
    return this.change(command, 'account.suspended', suspend, reason);
  }

  reinstate(command: AccountCommand): Promise<ManagedAccount> {
    return this.change(command, 'account.reinstated', reinstateAccount);
  }

  /** A link by which the owner sets a new password; the old one stays good until then. */
  passwordLink({ id, access }: AccountCommand): Promise<IssuedLink> {
    return this.aside(id, access, 'password-link.made', () =>
      this.links.issue(id, access.principal.username, this.clock.now()),
    );
  }

  /** For somebody who lost the app and the recovery codes; they must bind one anew. */
  unbindSecondFactor({ id, access }: AccountCommand): Promise<void> {
    return this.aside(id, access, 'second-factor.unbound', () => this.factors.unbind(id));
  }

  private change({ id, access, expected }: AccountCommand, action: string, change: Change, reason?: string) {
    return this.database.transaction(async () => {
      const at = this.clock.now();
      const { before, after } = await this.accounts.update(id, access, expected, (account) =>
        change(account, access.principal, at),
      );
      await this.trail.note({
        action,
        outcome: 'success',
        subject: { kind: 'account', id },
        before: recorded(before),
        after: recorded(after),
        reason,
      });
      return after;
    });
  }

  private aside<T>(id: string, access: Access, action: string, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      assertKeeps(access.principal, await this.accounts.find(id, access));
      const result = await work();
      await this.trail.note({ action, outcome: 'success', subject: { kind: 'account', id } });
      return result;
    });
  }
}

const recorded = ({ username, roles, active }: ManagedAccount) => ({ username, roles, active });

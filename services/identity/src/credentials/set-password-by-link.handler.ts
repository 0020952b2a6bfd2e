import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AccountRepository } from '../accounts/account.repository.js';
import { NewPasswords } from '../accounts/new-passwords.service.js';
import { oneTimeHash } from './one-time-token.codec.js';
import { PasswordLinkRepository } from './password-link.repository.js';
import { PasswordSetter } from './password-setter.service.js';

/** Sets a password by a one-time link of an administrator: the first one of an account, or when it was forgotten. */
@Injectable()
export class SetPasswordByLinkHandler {
  constructor(
    private readonly links: PasswordLinkRepository,
    private readonly accounts: AccountRepository,
    private readonly passwords: NewPasswords,
    private readonly setter: PasswordSetter,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `forbidden` for a link that is unknown, used, too old or of an account that is switched off. */
  async execute(token: string, newPassword: string): Promise<{ username: string }> {
    const at = this.clock.now();
    // The link stays good when the new password is refused, and is used up when it is taken.
    return this.database.transaction(async () => {
      const userId = await this.links.use(oneTimeHash(token), at);
      const profile = userId && (await this.accounts.activeProfile(userId));
      if (!profile) {
        throw new DomainError('PASSWORD_LINK.VOID', 'forbidden', {
          zh: '链接无效、已使用或已过期，请联系管理员重新获取',
          en: 'The link is not valid, was used or is too old; ask your administrator for a new one',
        });
      }
      const hash = await this.passwords.hash(newPassword, profile.username, '/newPassword');
      await this.setter.set(profile, hash, 'password.set-by-link', at);
      return { username: profile.username };
    });
  }
}

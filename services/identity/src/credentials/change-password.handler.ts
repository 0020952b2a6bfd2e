import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { NewPasswords } from '../accounts/new-passwords.service.js';
import { CredentialCheckHandler, type Credentials } from './credential-check.handler.js';
import { PasswordSetter } from './password-setter.service.js';

const POINTER = '/newPassword';

/** Sets a new password by the old one, and by the second factor where one is bound. */
@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly credentials: CredentialCheckHandler,
    private readonly passwords: NewPasswords,
    private readonly setter: PasswordSetter,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(given: Credentials, newPassword: string): Promise<void> {
    const at = this.clock.now();
    const profile = await this.credentials.execute(given, at, this.credentials.bySecondFactor(given, at, true));
    if (newPassword === given.password) {
      throw new DomainError(
        'PASSWORD.UNCHANGED',
        'invalid',
        { zh: '新密码不能与原密码相同', en: 'The new password must differ from the old one' },
        {},
        POINTER,
      );
    }
    const hash = await this.passwords.hash(newPassword, profile.username, POINTER);
    await this.database.transaction(() => this.setter.set(profile, hash, 'password.changed', at));
  }
}

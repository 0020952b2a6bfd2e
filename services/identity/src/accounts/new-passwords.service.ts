import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { CommonPasswords } from './common-passwords.file-store.js';
import { PasswordHasher } from './password-hasher.js';
import { assertStrongPassword } from './password-policy.js';

/** The one way in which a password that somebody chose becomes a hash. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly common: CommonPasswords,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Throws `invalid`, with the field to blame, for one that is soon guessed or known from a leak. Takes long. */
  async hash(password: string, username: string, pointer = '/password'): Promise<string> {
    assertStrongPassword(password, username, pointer);
    if (this.common.has(password)) {
      throw new DomainError(
        'PASSWORD.KNOWN',
        'invalid',
        { zh: '该密码已在泄露的密码库中，请换一个', en: 'This password is known from a leak; please choose another' },
        {},
        pointer,
      );
    }
    return this.hasher.hash(password);
  }
}

import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from './password-policy.js';
import { PasswordHasher } from './password-hasher.js';

/** Argon2id, which is the package's default algorithm, at the cost that OWASP asks for; runs on libuv's threads. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Argon2PasswordHasher extends PasswordHasher {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(normalizePassword(password), COST);
  }

  async verify(known: string | undefined, password: string): Promise<boolean> {
    const decoy = await (this.decoy ??= hash('nobody has this password', COST));
    const matches = await verify(known ?? decoy, normalizePassword(password));
    return matches && known !== undefined;
  }
}

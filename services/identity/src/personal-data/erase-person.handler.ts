import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, type ErasedPlace, type Principal } from '@nqi/platform';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { noSuchAccount } from '../administration/managed-account.rows.js';
import { newOneTimeToken, oneTimeHash } from '../credentials/one-time-token.codec.js';
import { erasureStatus, noSuchCase, openErasure, type ErasureStatus } from './personal-data-case.js';
import { PersonalDataRepository } from './personal-data.repository.js';

export interface ErasureStanding {
  readonly status: ErasureStatus;
  readonly requestedAt: Date;
  readonly dueAt: Date;
  readonly doneAt?: Date;
  readonly outcome: readonly (ErasedPlace & { readonly service: string })[];
}

/** Somebody gives up their account: it is out of use at once, and what need not be kept goes a little later. */
@Injectable()
export class ErasePersonHandler {
  constructor(
    private readonly cases: PersonalDataRepository,
    private readonly hasher: PasswordHasher,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The receipt is told this once; it is all that is left to ask by. */
  async execute({ userId }: Principal, confirm: string): Promise<{ receipt: string; dueAt: Date }> {
    const { text, hash } = newOneTimeToken();
    const passwordHash = await this.hasher.hash(randomBytes(32).toString('base64url'));
    return this.database.transaction(async () => {
      const found = await this.cases.lockPerson(userId);
      if (!found) throw noSuchAccount();
      const one = openErasure(newId(), found.person, confirm, this.clock.now());
      await this.cases.startErasure(one, found.account, hash, passwordHash);
      const subject = { kind: 'account', id: userId };
      await this.trail.note({ action: 'personal-data.erasure-asked', outcome: 'success', subject });
      return { receipt: text, dueAt: one.dueAt };
    });
  }

  /** Throws `not_found` for a receipt that is none. */
  async standing(receipt: string): Promise<ErasureStanding> {
    const one = await this.cases.findErasure(oneTimeHash(receipt));
    if (!one) throw noSuchCase();
    const answers = await this.cases.answers(one.id);
    const outcome = answers.flatMap(({ service, content }) =>
      (JSON.parse(content) as ErasedPlace[]).map((place) => ({ service, ...place })),
    );
    const { requestedAt, dueAt, doneAt } = one;
    return { status: erasureStatus(one, this.clock.now()), requestedAt, dueAt, doneAt, outcome };
  }
}

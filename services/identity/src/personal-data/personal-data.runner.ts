import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { PersonalDataRepository } from './personal-data.repository.js';

const POLL_MS = 5_000;

/** Asks the services about erasures whose time has come, and throws away exports that nobody fetched. */
@Injectable()
export class PersonalDataRunner extends BackgroundRunner {
  constructor(
    private readonly cases: PersonalDataRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'personal data', retryMs: POLL_MS, clock });
  }

  protected override async pass(): Promise<number> {
    const at = this.clock.now();
    await this.cases.expire(at);
    return (await this.cases.askDue(at)) > 0 ? 0 : POLL_MS;
  }
}

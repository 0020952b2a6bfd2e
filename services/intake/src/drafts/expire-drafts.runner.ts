import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { expiredBefore } from './draft.js';
import { DraftRepository } from './draft.repository.js';

const BATCH = 500;
const POLL_MS = 600_000;

/** Throws forgotten drafts away, until the process ends. */
@Injectable()
export class ExpireDraftsRunner extends BackgroundRunner {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'forgotten drafts', retryMs: 15_000, clock });
  }

  protected override async pass(): Promise<number> {
    const expired = await this.drafts.expire(expiredBefore(this.clock.now()), BATCH);
    return expired === BATCH ? 0 : POLL_MS;
  }
}

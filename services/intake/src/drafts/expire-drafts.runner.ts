import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundLoop } from '@nqi/platform';
import { expiredBefore } from './draft.js';
import { DraftRepository } from './draft.repository.js';

const BATCH = 500;
const POLL_MS = 600_000;

/** Throws forgotten drafts away, until the process ends. */
@Injectable()
export class ExpireDraftsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {
    this.loop = new BackgroundLoop({ name: 'forgotten drafts', pass: () => this.pass(), retryMs: 15_000, clock });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async pass(): Promise<number> {
    const expired = await this.drafts.expire(expiredBefore(this.clock.now()), BATCH);
    return expired === BATCH ? 0 : POLL_MS;
  }
}

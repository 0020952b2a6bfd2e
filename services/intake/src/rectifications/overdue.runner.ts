import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundLoop } from '@nqi/platform';
import { RectificationRepository } from './rectification.repository.js';

const BATCH = 100;
/** Limits end at the close of a working day; looking costs one indexed query. */
const POLL_MS = 15_000;

/** Tells of passed limits as they pass, until the process ends. */
@Injectable()
export class OverdueRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly clock: Clock,
  ) {
    this.loop = new BackgroundLoop({ name: 'rectification limits', pass: () => this.pass(), retryMs: POLL_MS, clock });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async pass(): Promise<number> {
    const noted = await this.rectifications.noteOverdue(this.clock.now(), BATCH);
    return noted === BATCH ? 0 : POLL_MS;
  }
}

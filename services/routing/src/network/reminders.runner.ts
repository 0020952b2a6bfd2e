import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { BackgroundLoop } from '@nqi/platform';
import { ReminderRepository } from './reminders.repository.js';

/** Reminders come due by the day; looking costs one indexed query. */
const PAUSE_MS = 60_000;

/** Fires reminders as their days come, until the process ends. */
@Injectable()
export class ReminderRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {
    this.loop = new BackgroundLoop({ name: 'reminders', pass: () => this.pass(), retryMs: PAUSE_MS, clock });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async pass(): Promise<number> {
    const now = this.clock.now();
    await this.reminders.fireDue(shanghaiDate(now), now);
    return PAUSE_MS;
  }
}

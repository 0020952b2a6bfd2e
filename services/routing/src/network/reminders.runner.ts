import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { ReminderRepository } from './reminders.repository.js';

/** Reminders come due by the day; looking costs one indexed query. */
const PAUSE_MS = 60_000;

/** Fires reminders as their days come, until the process ends. */
@Injectable()
export class ReminderRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ReminderRunner.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const now = this.clock.now();
      await this.reminders
        .fireDue(shanghaiDate(now), now)
        .catch((error: unknown) => this.logger.warn(`reminders wait: ${String(error)}`));
      await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

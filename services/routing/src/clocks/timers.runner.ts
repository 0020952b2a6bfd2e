import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundLoop } from '@nqi/platform';
import { TimerBell } from './timer-bell.js';
import { TimerRepository } from './timers.repository.js';

const BATCH = 200;
/** Longest sleep: another replica may have set an earlier timer without a bell to ring here. */
const POLL_MS = 5_000;
/** Sleep when something is due but held by somebody else. */
const HELD_MS = 200;

/** Sleeps until the next timer comes due, fires it, and so on until the process ends. */
@Injectable()
export class TimerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TimerRunner.name);
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly timers: TimerRepository,
    private readonly clock: Clock,
    private readonly bell: TimerBell,
  ) {
    this.loop = new BackgroundLoop({ name: 'timers', pass: () => this.pass(), retryMs: POLL_MS, clock });
  }

  onApplicationBootstrap(): void {
    this.bell.onRing((dueAt) => this.loop.wake(dueAt));
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Fires what is due and says how long nothing will be. */
  private async pass(): Promise<number> {
    const { tickets, failed } = await this.timers.fireDue(this.clock.now(), BATCH);
    for (const { ticketId, error } of failed) {
      this.logger.error(`timers of ticket ${ticketId} failed: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (tickets === BATCH) return 0;
    if (failed.length > 0) return POLL_MS;
    const next = await this.timers.nextDue();
    if (!next) return POLL_MS;
    const ahead = next.getTime() - this.clock.now().getTime();
    return ahead <= 0 ? HELD_MS : Math.min(ahead, POLL_MS);
  }
}

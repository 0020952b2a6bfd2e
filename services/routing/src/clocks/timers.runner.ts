import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
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
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private sleep: { readonly until: number; readonly end: AbortController } | undefined;

  constructor(
    private readonly timers: TimerRepository,
    private readonly clock: Clock,
    private readonly bell: TimerBell,
  ) {}

  onApplicationBootstrap(): void {
    this.bell.onRing((dueAt) => {
      if (this.sleep && dueAt.getTime() < this.sleep.until) this.sleep.end.abort();
    });
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    let away = false;
    while (!this.stopping.signal.aborted) {
      try {
        const wait = await this.pass();
        if (away) this.logger.log('timers run again');
        away = false;
        await this.rest(wait);
      } catch (error) {
        if (!away) this.logger.warn(`timers wait: ${String(error)}`);
        away = true;
        await this.rest(POLL_MS);
      }
    }
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

  private async rest(ms: number): Promise<void> {
    const end = new AbortController();
    this.sleep = { until: this.clock.now().getTime() + ms, end };
    const signal = AbortSignal.any([this.stopping.signal, end.signal]);
    await delay(ms, undefined, { signal }).catch(() => undefined);
    this.sleep = undefined;
  }
}

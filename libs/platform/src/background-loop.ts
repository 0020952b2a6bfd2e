import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Clock } from '@nqi/kernel';

export interface BackgroundWork {
  /** For the log. */
  readonly name: string;
  /** Does what waits and says how many milliseconds nothing will. The signal tells that the process stops. */
  readonly pass: (stopping: AbortSignal) => Promise<number>;
  /** Rest after a pass that failed. */
  readonly retryMs: number;
  readonly clock: Clock;
}

/** Repeats a pass beside a service's requests until the process stops. A failure is logged when it begins and ends. */
export class BackgroundLoop {
  private readonly logger = new Logger(BackgroundLoop.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private wakeAt = Number.POSITIVE_INFINITY;
  private resting: { readonly until: number; readonly end: AbortController } | undefined;

  constructor(private readonly work: BackgroundWork) {}

  start(): void {
    this.running = this.loop();
  }

  /** Resolves when the pass under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Something will wait at this time (at once, when none is given): no rest lasts beyond it. */
  wake(at: Date = this.work.clock.now()): void {
    this.wakeAt = Math.min(this.wakeAt, at.getTime());
    if (this.resting && this.wakeAt < this.resting.until) this.resting.end.abort();
  }

  private async loop(): Promise<void> {
    const { name, pass, retryMs } = this.work;
    const { signal } = this.stopping;
    let failing = false;
    while (!signal.aborted) {
      // Whoever wakes from here on speaks of something that this pass may not see.
      this.wakeAt = Number.POSITIVE_INFINITY;
      try {
        const restMs = await pass(signal);
        if (failing) this.logger.log(`${name} run again`);
        failing = false;
        await this.rest(restMs);
      } catch (error) {
        if (!failing && !signal.aborted) this.logger.warn(`${name} wait: ${String(error)}`);
        failing = true;
        await this.rest(retryMs);
      }
    }
  }

  private async rest(ms: number): Promise<void> {
    const now = this.work.clock.now().getTime();
    const until = Math.min(now + ms, this.wakeAt);
    const end = new AbortController();
    this.resting = { until, end };
    const signal = AbortSignal.any([this.stopping.signal, end.signal]);
    await delay(Math.max(until - now, 0), undefined, { signal }).catch(() => undefined);
    this.resting = undefined;
  }
}

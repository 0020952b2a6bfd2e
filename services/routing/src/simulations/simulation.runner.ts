import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { RunSimulationHandler } from './run-simulation.handler.js';
import { type SimulationJob } from './simulation-job.js';
import { SimulationRepository } from './simulations.repository.js';

/** A run is taken to be lost with its process after this long; the largest takes well under a minute. */
const HELD_MS = 5 * 60_000;
/** Longest sleep: another replica may have left a run behind. */
const POLL_MS = 15_000;
const MOST_ATTEMPTS = 3;

/** Runs the simulations that wait, one at a time in each replica. */
@Injectable()
export class SimulationRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SimulationRunner.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private bell = new AbortController();

  constructor(
    private readonly simulations: SimulationRepository,
    private readonly run: RunSimulationHandler,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Something waits. */
  ring(): void {
    this.bell.abort();
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.bell = new AbortController();
      const worked = await this.pass().catch((error: unknown) => {
        if (!this.stopping.signal.aborted) this.logger.warn(`simulations wait: ${String(error)}`);
        return false;
      });
      if (worked) continue;
      const signal = AbortSignal.any([this.stopping.signal, this.bell.signal]);
      await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async pass(): Promise<boolean> {
    const now = this.clock.now();
    const job = await this.simulations.claim(now, new Date(now.getTime() + HELD_MS));
    if (!job) return false;
    await this.simulations.finish(job, await this.outcomeOf(job), this.clock.now());
    return true;
  }

  private async outcomeOf(job: SimulationJob) {
    if (job.attempts > MOST_ATTEMPTS) return { failure: `its process ended ${MOST_ATTEMPTS} times` };
    try {
      return { report: await this.run.execute(job, this.stopping.signal) };
    } catch (error) {
      if (this.stopping.signal.aborted) throw error;
      this.logger.error(`simulation ${job.id} failed: ${error instanceof Error ? error.stack : String(error)}`);
      return { failure: 'INTERNAL' };
    }
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
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
export class SimulationRunner extends BackgroundRunner {
  private readonly logger = new Logger(SimulationRunner.name);

  constructor(
    private readonly simulations: SimulationRepository,
    private readonly run: RunSimulationHandler,
    private readonly clock: Clock,
  ) {
    super({ name: 'simulations', retryMs: POLL_MS, clock });
  }

  /** Something waits. */
  ring(): void {
    this.loop.wake();
  }

  protected override async pass(stopping: AbortSignal): Promise<number> {
    const now = this.clock.now();
    const job = await this.simulations.claim(now, new Date(now.getTime() + HELD_MS));
    if (!job) return POLL_MS;
    await this.simulations.finish(job, await this.outcomeOf(job, stopping), this.clock.now());
    return 0;
  }

  private async outcomeOf(job: SimulationJob, stopping: AbortSignal) {
    if (job.attempts > MOST_ATTEMPTS) return { failure: `its process ended ${MOST_ATTEMPTS} times` };
    try {
      return { report: await this.run.execute(job, stopping) };
    } catch (error) {
      if (stopping.aborted) throw error;
      this.logger.error(`simulation ${job.id} failed: ${error instanceof Error ? error.stack : String(error)}`);
      return { failure: 'INTERNAL' };
    }
  }
}

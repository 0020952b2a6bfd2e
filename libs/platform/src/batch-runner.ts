import type { Clock } from '@nqi/kernel';
import { BackgroundRunner } from './background-runner.js';

export interface BatchWork {
  /** For the log. */
  readonly name: string;
  readonly clock: Clock;
  /** Most rows of one batch. */
  readonly batch: number;
  /** Rest after a batch that was not full. */
  readonly restMs: number;
  /** Rest after a batch that failed; as after one that was not full, when it is not told. */
  readonly retryMs?: number;
}

/** Acts on rows whose time has come, a batch at a time, until the process begins to stop. */
export abstract class BatchRunner extends BackgroundRunner {
  protected constructor(private readonly work: BatchWork) {
    super({ name: work.name, clock: work.clock, retryMs: work.retryMs ?? work.restMs });
  }

  /** After a full batch the next one follows at once. */
  protected override async pass(): Promise<number> {
    const { clock, batch, restMs } = this.work;
    return (await this.act(clock.now(), batch)) === batch ? 0 : restMs;
  }

  /** Acts on so many at the most, and says on how many. */
  protected abstract act(now: Date, most: number): Promise<number>;
}

import { Logger } from '@nestjs/common';
import type { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import type { DueRows } from './due-rows.repository.js';

const BATCH = 200;
/** Longest sleep: another replica may have set an earlier due time. */
const POLL_MS = 5_000;
/** Sleep when something is due but held by somebody else. */
const HELD_MS = 200;

/** Sleeps until the next row comes due, has it fired, and so on until the process ends. */
export abstract class DueRunner extends BackgroundRunner {
  private readonly logger = new Logger(this.constructor.name);

  protected constructor(
    private readonly name: string,
    private readonly rows: DueRows,
    private readonly clock: Clock,
  ) {
    super({ name, retryMs: POLL_MS, clock });
  }

  /** Fires what is due and says how long nothing will be. */
  protected override async pass(): Promise<number> {
    const { done, failed } = await this.rows.fireDue(this.clock.now(), BATCH);
    for (const { id, error } of failed) {
      this.logger.error(`${this.name} of ${id} failed: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (done === BATCH) return 0;
    if (failed.length > 0) return POLL_MS;
    const next = await this.rows.nextDue();
    if (!next) return POLL_MS;
    const ahead = next.getTime() - this.clock.now().getTime();
    return ahead <= 0 ? HELD_MS : Math.min(ahead, POLL_MS);
  }
}

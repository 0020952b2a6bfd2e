import { Logger } from '@nestjs/common';
import type { EachBatchPayload } from 'kafkajs';

type Confirmable = Pick<EachBatchPayload, 'commitOffsetsIfNecessary' | 'uncommittedOffsets'>;

/**
 * Tells the broker now and then how far this consumer is, instead of after every batch: the inbox, not the offset,
 * keeps an effect from happening twice. A commit refused in a rebalance is no failure either: the next owner reads the
 * events again and knows them.
 */
export class OffsetCommits {
  private readonly logger = new Logger(OffsetCommits.name);
  private latest: Confirmable | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly everyMs: number) {}

  /** Events were handled; their offsets are committed within the interval. */
  note(payload: Confirmable): void {
    if (this.closed) return;
    this.latest = payload;
    this.timer ??= setTimeout(() => void this.commit(), this.everyMs);
  }

  /** Commits what is noted, for the last time; to be called while the consumer is still connected. */
  async close(): Promise<void> {
    this.closed = true;
    await this.commit();
  }

  private async commit(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const payload = this.latest;
    this.latest = undefined;
    try {
      await payload?.commitOffsetsIfNecessary(payload.uncommittedOffsets());
    } catch (error) {
      this.logger.debug(`offsets wait for the next commit: ${String(error)}`);
    }
  }
}

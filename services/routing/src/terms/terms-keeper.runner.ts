import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { CalendarRepository } from './calendar.repository.js';
import { TermsChangeRepository } from './terms-changes.repository.js';

const BATCH = 100;
/** Another replica may have published. */
const POLL_MS = 5_000;

/** Follows the newest calendar, and brings every publication to the tickets that were open when it took effect. */
@Injectable()
export class TermsKeeper extends BackgroundRunner {
  private readonly logger = new Logger(TermsKeeper.name);

  constructor(
    private readonly changes: TermsChangeRepository,
    private readonly calendars: CalendarRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'terms', retryMs: POLL_MS, clock });
  }

  protected override async pass(): Promise<number> {
    await this.calendars.newest();
    const now = this.clock.now();
    const change = await this.changes.next(now);
    if (!change) return POLL_MS;
    const { done, failed } = await this.changes.renewSome(change, now, BATCH);
    for (const { id, error } of failed) {
      this.logger.error(`ticket ${id} keeps its terms: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (done + failed.length === BATCH) return 0;
    return (await this.changes.finish(change, now)) ? 0 : POLL_MS;
  }
}

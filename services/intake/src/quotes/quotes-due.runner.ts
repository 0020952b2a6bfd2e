import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { QuoteRepository } from './quote.repository.js';

const BATCH = 100;
/** Quotes end with a day; looking costs one indexed query. */
const POLL_MS = 30_000;

/** Reminds of quotes and lets them expire in time, until the process ends. */
@Injectable()
export class QuotesDueRunner extends BackgroundRunner {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'quotes that end', retryMs: POLL_MS, clock });
  }

  protected override async pass(): Promise<number> {
    const acted = await this.quotes.passTime(this.clock.now(), BATCH);
    return acted === BATCH ? 0 : POLL_MS;
  }
}

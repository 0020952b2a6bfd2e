import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BatchRunner } from '@nqi/platform';
import { QuoteRepository } from './quote.repository.js';

/** Reminds of quotes and lets them expire in time. They end with a day; looking costs one indexed query. */
@Injectable()
export class QuotesDueRunner extends BatchRunner {
  constructor(
    private readonly quotes: QuoteRepository,
    clock: Clock,
  ) {
    super({ name: 'quotes that end', clock, batch: 100, restMs: 30_000 });
  }

  protected override act(now: Date, most: number): Promise<number> {
    return this.quotes.passTime(now, most);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import type { QuoteAnswer } from './quote-state.js';
import { QuoteRepository } from './quote.repository.js';
import type { Quote, QuoteAct } from './quote.js';

/** Which quote a person wants to change, as that person saw it. */
export interface QuoteTarget {
  readonly id: string;
  readonly reason?: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

/** Each change throws `not_found` out of reach and `precondition` for an outdated version. */
@Injectable()
export class ChangeQuoteHandler {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly clock: Clock,
  ) {}

  answer(target: QuoteTarget, answer: QuoteAnswer): Promise<void> {
    return this.change(target, (quote, act) => quote.answer(answer, act));
  }

  withdraw(target: QuoteTarget): Promise<void> {
    return this.change(target, (quote, act) => quote.withdraw(act));
  }

  private change(
    { id, reason, access, expectedVersion }: QuoteTarget,
    step: (quote: Quote, act: QuoteAct) => void,
  ): Promise<void> {
    return this.quotes.update(id, access, (quote) => {
      assertVersion(expectedVersion, quote.snapshot().version);
      step(quote, { by: access.principal.username, at: this.clock.now(), ...(reason !== undefined && { reason }) });
    });
  }
}

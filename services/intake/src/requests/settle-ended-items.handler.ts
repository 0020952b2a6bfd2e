import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { ItemEndings, type EndedItem } from './item-endings.js';
import { DemandRepository } from '../demands/demand.repository.js';
import { QuoteRepository } from '../quotes/quote.repository.js';

/** An item that ends takes back what was offered for it, and the demand that it stood for. What was agreed stays agreed. */
@Injectable()
export class SettleEndedItemsHandler extends ItemEndings {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly demands: DemandRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async settle(items: readonly EndedItem[]): Promise<void> {
    const at = this.clock.now();
    const ids = items.map(({ itemId }) => itemId);
    await this.quotes.updateStanding(ids, (quote) => {
      if (quote.snapshot().status === 'OFFERED') quote.withdraw({ at });
    });
    await this.demands.withdraw(ids, at);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { ItemEndings, type EndedItem } from '../requests/item-endings.js';
import { QuoteRepository } from './quote.repository.js';

/** An item that ends takes back what was offered for it. What was agreed stays agreed. */
@Injectable()
export class SettleEndedItemsHandler extends ItemEndings {
  constructor(
    private readonly quotes: QuoteRepository,
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
  }
}

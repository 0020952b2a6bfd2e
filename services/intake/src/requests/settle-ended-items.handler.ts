import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { ItemEndings, type EndedItem } from './item-endings.js';
import { DemandRepository } from '../demands/demand.repository.js';
import { QuoteRepository } from '../quotes/quote.repository.js';
import { VoucherRepository } from '../vouchers/voucher.repository.js';

/**
 * An item that ends takes back what was offered for it, and the demand that it stood for; its voucher is used, or free
 * again when nothing was served. What was agreed stays agreed.
 */
@Injectable()
export class SettleEndedItemsHandler extends ItemEndings {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly demands: DemandRepository,
    private readonly vouchers: VoucherRepository,
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
    const served = items.filter((item) => item.served).map(({ itemId }) => itemId);
    await this.vouchers.updateLocked(ids, (voucher) => {
      const act = { actor: 'system', at };
      if (served.includes(voucher.snapshot().itemId ?? '')) voucher.use(act);
      else voucher.release(act);
    });
  }
}

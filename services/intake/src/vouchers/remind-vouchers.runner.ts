import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BatchRunner } from '@nqi/platform';
import { VoucherRepository } from './voucher.repository.js';

/** Tells enterprises once of vouchers that nobody used and that end soon. */
@Injectable()
export class RemindVouchersRunner extends BatchRunner {
  constructor(
    private readonly vouchers: VoucherRepository,
    clock: Clock,
  ) {
    super({ name: 'vouchers that end soon', clock, batch: 100, restMs: 60_000 });
  }

  protected override act(now: Date, most: number): Promise<number> {
    return this.vouchers.remind(now, most);
  }
}

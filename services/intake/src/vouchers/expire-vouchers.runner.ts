import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BatchRunner } from '@nqi/platform';
import { VoucherRepository } from './voucher.repository.js';

/** Gives back what nobody used by its programme's last day. */
@Injectable()
export class ExpireVouchersRunner extends BatchRunner {
  constructor(
    private readonly vouchers: VoucherRepository,
    clock: Clock,
  ) {
    super({ name: 'vouchers that expire', clock, batch: 100, restMs: 60_000 });
  }

  protected override act(now: Date, most: number): Promise<number> {
    return this.vouchers.expire(now, most);
  }
}

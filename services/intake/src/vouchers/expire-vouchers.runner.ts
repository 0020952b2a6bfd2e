import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { VoucherRepository } from './voucher.repository.js';

const BATCH = 100;
const POLL_MS = 60_000;

/** Gives back what nobody used by its programme's last day, until the process ends. */
@Injectable()
export class ExpireVouchersRunner extends BackgroundRunner {
  constructor(
    private readonly vouchers: VoucherRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'vouchers that expire', retryMs: POLL_MS, clock });
  }

  protected override async pass(): Promise<number> {
    const expired = await this.vouchers.expire(this.clock.now(), BATCH);
    return expired === BATCH ? 0 : POLL_MS;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { QuoteRepository } from '../quotes/quote.repository.js';
import { isEnded } from '../requests/request.js';
import { RequestRepository } from '../requests/request.repository.js';
import { paysFor } from './programme.js';
import { notPaidFor, orderNotAccepted, orderTaken } from './voucher.errors.js';
import { VoucherRepository, type VoucherTerms } from './voucher.repository.js';
import type { Voucher, VoucherAct } from './voucher.js';

/** Which voucher a person wants to change, as that person saw it. */
export interface VoucherTarget {
  readonly id: string;
  readonly note?: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

/** Each change throws `not_found` out of reach and `precondition` for an outdated version. */
@Injectable()
export class ChangeVoucherHandler {
  constructor(
    private readonly vouchers: VoucherRepository,
    private readonly quotes: QuoteRepository,
    private readonly requests: RequestRepository,
    private readonly clock: Clock,
  ) {}

  /** Ties it to the order that an accepted quote is; throws `conflict` for one that has ended or has its voucher. */
  async lock(target: VoucherTarget, quoteId: string): Promise<void> {
    const quote = await this.quotes.find(quoteId, target.access);
    if (!quote || quote.status !== 'ACCEPTED') throw orderNotAccepted();
    const { itemId, totalFen, serviceCode } = quote;
    // Under the request's lock neither the item ends nor another voucher takes the order meanwhile.
    await this.requests.update(quote.requestId, async (request) => {
      const item = request.snapshot().items.find(({ id }) => id === itemId);
      if (!item || isEnded(item)) throw orderNotAccepted();
      if (await this.vouchers.isTaken(itemId)) throw orderTaken();
      await this.change(target, (voucher, act, terms) => {
        if (!paysFor(terms, { code: serviceCode, domain: item.domain })) throw notPaidFor(serviceCode);
        voucher.lock({ quoteId, itemId, totalFen }, terms, act);
      });
    });
  }

  apply(target: VoucherTarget, invoiceNo: string): Promise<void> {
    return this.change(target, (voucher, act) => voucher.applyForSettlement(invoiceNo, act));
  }

  settle(target: VoucherTarget): Promise<void> {
    return this.change(target, (voucher, act) => voucher.settle(act));
  }

  refuse(target: VoucherTarget): Promise<void> {
    return this.change(target, (voucher, act) => voucher.refuse(act));
  }

  revoke(target: VoucherTarget): Promise<void> {
    return this.change(target, (voucher, act) => voucher.revoke(act));
  }

  private change(
    { id, note, access, expectedVersion }: VoucherTarget,
    step: (voucher: Voucher, act: VoucherAct, terms: VoucherTerms) => void,
  ): Promise<void> {
    return this.vouchers.update(id, access, (voucher, terms) => {
      assertVersion(expectedVersion, voucher.snapshot().version);
      const act = { actor: access.principal.username, at: this.clock.now(), ...(note !== undefined && { note }) };
      step(voucher, act, terms);
    });
  }
}

import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  VoucherAdvancedSchema,
  VoucherRemindedSchema,
  type VoucherAdvanced,
  type VoucherReminded,
} from '@nqi/contracts';
import { formatFen } from '@nqi/kernel';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf, promised } from './envelope.js';

/** The enterprise hears of its vouchers, who performed the work of the money. */
@Controller()
export class VoucherEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(VoucherAdvancedSchema)
  advanced(@Payload() event: VoucherAdvanced, @Ctx() context: EventContext): Promise<void> {
    return this.tell(event, context, TELLINGS[event.step], event.note);
  }

  @OnEvent(VoucherRemindedSchema)
  reminded(@Payload() event: VoucherReminded, @Ctx() context: EventContext): Promise<void> {
    return this.tell(event, context, 'VoucherReminded');
  }

  private tell(
    { voucher }: VoucherAdvanced | VoucherReminded,
    { event }: EventContext,
    type: string | undefined,
    reason = '',
  ): Promise<void> {
    if (type === undefined) return Promise.resolve();
    const { voucherId, programmeNameZh, programmeNameEn, enterpriseUscc, nodePath, institutionId, ...facts } = promised(
      voucher,
      'voucher',
    );
    return this.announce.execute({
      ...envelopeOf(event),
      type,
      parties: {
        enterprise: enterpriseUscc,
        // An office hears of the money only where it performed the work itself.
        ...(institutionId ? { institution: institutionId } : { office: nodePath || undefined }),
      },
      subjects: { voucher: voucherId },
      facts: {
        programme: { zh: programmeNameZh, en: programmeNameEn },
        face: formatFen(Number(facts.faceFen)),
        amount: formatFen(Number(facts.amountFen)),
        lastDay: facts.lastDay,
        requestNo: facts.requestNo,
        reason,
      },
    });
  }
}

/** Steps that somebody hears of; the others are done by those who would be told. */
const TELLINGS: Readonly<Record<string, string>> = {
  grant: 'VoucherGranted',
  settle: 'VoucherSettled',
  refuse: 'VoucherRefused',
  expire: 'VoucherExpired',
  revoke: 'VoucherRevoked',
};

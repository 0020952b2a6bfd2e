import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  ReferralAcceptedSchema,
  ReferralCancelledSchema,
  ReferralClosedSchema,
  ReferralDeclinedSchema,
  ReferralDispatchedSchema,
  ReferralOfferedSchema,
  ReferralOverdueSchema,
  ReferralReceivedSchema,
  ReferralReturnedSchema,
  fromTimestamp,
  type ReferralCancelled,
  type ReferralDeclined,
  type ReferralDispatched,
  type ReferralOffered,
  type ReferralOverdue,
  type ReferralReceived,
  type ReferralRef,
  type ReferralReturned,
} from '@nqi/contracts';
import type { LocalizedText } from '@nqi/kernel';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf, promised } from './envelope.js';
import type { Happening, Parties } from './happening.js';
import { wallClock } from './wall-clock.js';

@Controller()
export class ReferralEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(ReferralOfferedSchema)
  offered(@Payload() { referral, answerDueAt }: ReferralOffered, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(referral, context, { due: due(answerDueAt) }));
  }

  @OnEvent(ReferralAcceptedSchema, ReferralClosedSchema)
  moved(@Payload() { referral }: { referral?: ReferralRef }, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(referral, context));
  }

  /** Whoever said no knows; who said nothing hears that the offer is gone. */
  @OnEvent(ReferralDeclinedSchema)
  declined(@Payload() event: ReferralDeclined, @Ctx() context: EventContext): Promise<void> {
    const { referral, officeCode, officePath, reasonCode } = event;
    const partner = reasonCode === 'NO_ANSWER' ? officePath || undefined : undefined;
    const facts = { declined: officeCode, reason: REASONS[reasonCode] ?? reasonCode, next: next(referral) };
    return this.announce.execute(of(referral, context, facts, { partner }));
  }

  @OnEvent(ReferralDispatchedSchema)
  dispatched(@Payload() { referral, what }: ReferralDispatched, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(referral, context, { what }));
  }

  @OnEvent(ReferralReceivedSchema)
  received(@Payload() event: ReferralReceived, @Ctx() context: EventContext): Promise<void> {
    const { referral, condition, returnDueAt } = event;
    return this.announce.execute(of(referral, context, { condition, due: due(returnDueAt) }));
  }

  @OnEvent(ReferralReturnedSchema)
  returned(@Payload() { referral, result }: ReferralReturned, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(referral, context, { result }));
  }

  @OnEvent(ReferralCancelledSchema)
  cancelled(@Payload() { referral, reason }: ReferralCancelled, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(referral, context, { reason }));
  }

  @OnEvent(ReferralOverdueSchema)
  overdue(@Payload() event: ReferralOverdue, @Ctx() context: EventContext): Promise<void> {
    const { referral, returnDueAt, escalated, hubPath } = event;
    const facts = { due: due(returnDueAt), stage: escalated ? ESCALATED : NOT_ESCALATED };
    return this.announce.execute(of(referral, context, facts, { hub: hubPath || undefined }));
  }
}

const ESCALATED: LocalizedText = { zh: '，请负责人督办', en: '; this is for the lead' };
const NOT_ESCALATED: LocalizedText = { zh: '', en: '' };
const REASONS: Readonly<Record<string, LocalizedText>> = {
  NO_CAPABILITY: { zh: '无此能力', en: 'no capability' },
  OUT_OF_SCOPE: { zh: '不在范围内', en: 'out of scope' },
  OVERLOADED: { zh: '任务饱和', en: 'overloaded' },
  CONFLICT_OF_INTEREST: { zh: '存在利益冲突', en: 'conflict of interest' },
  MANUAL: { zh: '其他原因', en: 'another reason' },
  NO_ANSWER: { zh: '逾期未答复', en: 'no answer in time' },
};

function of(
  ref: ReferralRef | undefined,
  { event }: EventContext,
  facts: Happening['facts'] = {},
  parties: Parties = {},
): Happening {
  const referral = promised(ref, 'referral');
  return {
    ...envelopeOf(event),
    parties: { office: referral.ownerPath, partner: referral.partnerPath || undefined, ...parties },
    subjects: { referral: referral.referralId },
    domain: referral.domain,
    facts: {
      ticketNo: referral.ticketNo,
      purpose: referral.purpose,
      owner: referral.ownerCode,
      partner: referral.partnerCode,
      service: { zh: referral.serviceNameZh, en: referral.serviceNameEn || referral.serviceNameZh },
      ...facts,
    },
  };
}

function next(referral: ReferralRef | undefined): LocalizedText {
  return referral?.partnerCode
    ? { zh: `已转邀 ${referral.partnerCode}。`, en: ` goes on to ${referral.partnerCode}.` }
    : { zh: '已无其他候选节点，请另行指定或取消。', en: ': nobody is left. Please name others or give it up.' };
}

const due = (at: ReferralOffered['answerDueAt']): string => wallClock(fromTimestamp(promised(at, 'due time')));

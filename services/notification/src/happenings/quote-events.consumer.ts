import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  QuoteAnsweredSchema,
  QuoteEndedSchema,
  QuoteOfferedSchema,
  QuoteRemindedSchema,
  type QuoteAnswered,
  type QuoteEnded,
  type QuoteRef,
  type RequestRef,
} from '@nqi/contracts';
import { formatFen } from '@nqi/kernel';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { promised } from './envelope.js';
import { ofRequest } from './request-happening.js';

interface QuoteNews {
  readonly request?: RequestRef;
  readonly quote?: QuoteRef;
}

/** The enterprise hears of what it is asked to pay, office and institution of its answer. */
@Controller()
export class QuoteEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(QuoteOfferedSchema, QuoteRemindedSchema)
  waits(@Payload() news: QuoteNews, @Ctx() context: EventContext): Promise<void> {
    return this.tell(news, context);
  }

  @OnEvent(QuoteAnsweredSchema, QuoteEndedSchema)
  ended(@Payload() event: QuoteAnswered | QuoteEnded, @Ctx() context: EventContext): Promise<void> {
    const { status } = promised(event.quote, 'quote');
    return this.tell(event, context, { type: TELLINGS[status], reason: event.reason });
  }

  private tell(
    { request, quote }: QuoteNews,
    { event }: EventContext,
    { type = event.type, reason = '' }: { type?: string; reason?: string } = {},
  ): Promise<void> {
    const { totalFen, validUntil, serviceNameZh, serviceNameEn, nodePath, institutionId, ticketId } = promised(
      quote,
      'quote',
    );
    const happening = ofRequest(request, event, {
      service: { zh: serviceNameZh, en: serviceNameEn },
      total: formatFen(Number(totalFen)),
      validUntil,
      reason,
    });
    const { parties, subjects } = happening;
    return this.announce.execute({
      ...happening,
      type,
      parties: { ...parties, office: nodePath || undefined, institution: institutionId || undefined },
      subjects: { ...subjects, ticket: ticketId || undefined },
    });
  }
}

/** Each way to end has rules of its own; one that gave way to another quote is told by that one. */
const TELLINGS: Readonly<Record<string, string>> = {
  ACCEPTED: 'QuoteAccepted',
  DECLINED: 'QuoteDeclined',
  EXPIRED: 'QuoteExpired',
  WITHDRAWN: 'QuoteWithdrawn',
};

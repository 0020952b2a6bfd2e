import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  RectificationAdvancedSchema,
  RectificationOverdueSchema,
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestItemCorrectedSchema,
  RequestItemForgoneSchema,
  RequestItemReadySchema,
  RequestRatedSchema,
  fromTimestamp,
  type RectificationAdvanced,
  type RectificationOverdue,
  type RequestCancelled,
  type RequestFiled,
  type RequestItemForgone,
  type RequestRef,
} from '@nqi/contracts';
import type { LocalizedText } from '@nqi/kernel';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { promised } from './envelope.js';
import type { Happening } from './happening.js';
import { ofRequest } from './request-happening.js';
import { wallClock } from './wall-clock.js';

@Controller()
export class RequestEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(RequestFiledSchema)
  filed(@Payload() { request, items }: RequestFiled, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(request, context, { count: String(items.length) }));
  }

  @OnEvent(RequestCancelledSchema)
  cancelled(@Payload() { request, reason }: RequestCancelled, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(request, context, { reason }));
  }

  @OnEvent(RequestItemForgoneSchema)
  forgone(@Payload() event: RequestItemForgone, @Ctx() context: EventContext): Promise<void> {
    const { request, serviceNameZh, serviceNameEn } = event;
    return this.announce.execute(of(request, context, { service: { zh: serviceNameZh, en: serviceNameEn } }));
  }

  @OnEvent(RequestCompletedSchema, RequestItemReadySchema, RequestItemCorrectedSchema, RequestRatedSchema)
  moved(@Payload() { request }: { request?: RequestRef }, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(request, context));
  }

  /** The office hears of a new case and of an appeal that was decided, the enterprise of what was done about it. */
  @OnEvent(RectificationAdvancedSchema)
  advanced(@Payload() event: RectificationAdvanced, @Ctx() context: EventContext): Promise<void> {
    const { request, rectification, step, callBackDueAt } = event;
    const telling = TELLINGS[step];
    if (telling === undefined) return Promise.resolve();
    const { cause, nodePath } = promised(rectification, 'rectification');
    const happening = of(request, context, { cause: CAUSES[cause] ?? cause, due: dueText(callBackDueAt) });
    return this.announce.execute({
      ...happening,
      type: telling,
      parties: { ...happening.parties, office: nodePath },
    });
  }

  @OnEvent(RectificationOverdueSchema)
  overdue(@Payload() event: RectificationOverdue, @Ctx() context: EventContext): Promise<void> {
    const { request, rectification, clock, dueAt } = event;
    const { cause, nodePath } = promised(rectification, 'rectification');
    const facts = { cause: CAUSES[cause] ?? cause, clock: CASE_CLOCKS[clock] ?? clock, due: dueText(dueAt) };
    return this.announce.execute({ ...of(request, context, facts), parties: { office: nodePath } });
  }
}

/** One event, several tellings: the steps that somebody hears of, each with rules of its own. */
const TELLINGS: Readonly<Record<string, string>> = {
  open: 'RectificationOpened',
  uphold: 'RectificationAppealUpheld',
  dismiss: 'RectificationAppealDismissed',
  'feed-back': 'RectificationFedBack',
};

const CAUSES: Readonly<Record<string, LocalizedText>> = {
  'bad-rating': { zh: '差评', en: 'a bad rating' },
  complaint: { zh: '投诉', en: 'a complaint' },
  objection: { zh: '异议', en: 'an objection' },
};

const CASE_CLOCKS: Readonly<Record<string, LocalizedText>> = {
  'call-back': { zh: '回访', en: 'calling back' },
  rectify: { zh: '整改', en: 'putting it right' },
};

function dueText(at: RectificationOverdue['dueAt']): string {
  return wallClock(fromTimestamp(promised(at, 'due time')));
}

const of = (ref: RequestRef | undefined, { event }: EventContext, facts?: Happening['facts']): Happening =>
  ofRequest(ref, event, facts);

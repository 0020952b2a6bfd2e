import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestItemCorrectedSchema,
  RequestItemReadySchema,
  RequestRatedSchema,
  type RequestCancelled,
  type RequestFiled,
  type RequestRef,
} from '@nqi/contracts';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf, promised } from './envelope.js';
import type { Happening } from './happening.js';

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

  @OnEvent(RequestCompletedSchema, RequestItemReadySchema, RequestItemCorrectedSchema, RequestRatedSchema)
  moved(@Payload() { request }: { request?: RequestRef }, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(request, context));
  }
}

function of(ref: RequestRef | undefined, { event }: EventContext, facts: Happening['facts'] = {}): Happening {
  const request = promised(ref, 'request');
  return {
    ...envelopeOf(event),
    parties: { enterprise: request.enterpriseUscc },
    subjects: { request: request.requestId },
    facts: { requestNo: request.requestNo, ...facts },
  };
}

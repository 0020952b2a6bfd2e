import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestRatedSchema,
  fromTimestamp,
  type RequestCancelled,
  type RequestCompleted,
  type RequestFiled,
  type RequestRated,
  type RequestRef,
} from '@nqi/contracts';
import { OnEvent, type EventContext } from '@nqi/messaging';
import type { RequestNews } from './fact.js';
import { RecordFactHandler } from './record-fact.handler.js';

/** Every event of a request that changes a figure. */
@Controller()
export class RequestEventsConsumer {
  constructor(private readonly recordFact: RecordFactHandler) {}

  @OnEvent(RequestFiledSchema)
  onFiled(@Payload() { request, filedAt }: RequestFiled, @Ctx() context: EventContext): Promise<void> {
    return this.record(request, context, { filedAt: fromTimestamp(filedAt) });
  }

  @OnEvent(RequestCompletedSchema)
  onCompleted(@Payload() { request, completedAt }: RequestCompleted, @Ctx() context: EventContext): Promise<void> {
    return this.record(request, context, { completedAt: fromTimestamp(completedAt) });
  }

  @OnEvent(RequestCancelledSchema)
  onCancelled(@Payload() { request, cancelledAt }: RequestCancelled, @Ctx() context: EventContext): Promise<void> {
    return this.record(request, context, { cancelledAt: fromTimestamp(cancelledAt) });
  }

  @OnEvent(RequestRatedSchema)
  onRated(@Payload() { request, stars }: RequestRated, @Ctx() context: EventContext): Promise<void> {
    return this.record(request, context, { stars });
  }

  private async record(
    request: RequestRef | undefined,
    context: EventContext,
    news: Partial<RequestNews>,
  ): Promise<void> {
    if (!request) return;
    const { requestId, enterpriseUscc, regionCode } = request;
    await this.recordFact.ofRequest({ requestId, enterpriseUscc, regionCode, ...news }, context.event);
  }
}

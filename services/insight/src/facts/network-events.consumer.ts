import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { NetworkChangedSchema, NetworkMemberKind, type NetworkChanged } from '@nqi/contracts';
import { OnEvent, type EventContext } from '@nqi/messaging';
import { RecordFactHandler } from './record-fact.handler.js';

/** Keeps the names of offices, so that figures can be read without asking routing. */
@Controller()
export class NetworkEventsConsumer {
  constructor(private readonly recordFact: RecordFactHandler) {}

  @OnEvent(NetworkChangedSchema)
  async onChanged(
    @Payload() { kind, code, nameZh, nameEn }: NetworkChanged,
    @Ctx() context: EventContext,
  ): Promise<void> {
    if (kind === NetworkMemberKind.NODE) {
      await this.recordFact.ofNode({ code, zh: nameZh, en: nameEn }, context.event);
    }
  }
}

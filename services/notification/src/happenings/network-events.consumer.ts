import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { QualificationExpiringSchema, type QualificationExpiring } from '@nqi/contracts';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf } from './envelope.js';

@Controller()
export class NetworkEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(QualificationExpiringSchema)
  expiring(@Payload() event: QualificationExpiring, @Ctx() context: EventContext): Promise<void> {
    const { code, institutionName: institution, homePath, kind, number, validUntil, days } = event;
    return this.announce.execute({
      ...envelopeOf(context.event),
      parties: { institution: code, office: homePath || undefined },
      subjects: { institution: code },
      facts: { institution, kind, number, validUntil, days: String(days) },
    });
  }
}

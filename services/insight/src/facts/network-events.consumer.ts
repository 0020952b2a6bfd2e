import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { NetworkChangedSchema, NetworkMemberKind, type NetworkChanged } from '@nqi/contracts';
import { OnEvent, type EventContext } from '@nqi/messaging';
import { OfficeMoves } from '@nqi/platform';
import { RecordFactHandler } from './record-fact.handler.js';

/** Keeps the names of offices, and where they hang, so that figures can be read without asking routing. */
@Controller()
export class NetworkEventsConsumer {
  constructor(
    private readonly recordFact: RecordFactHandler,
    private readonly moves: OfficeMoves,
  ) {}

  @OnEvent(NetworkChangedSchema)
  async onChanged(@Payload() changed: NetworkChanged, @Ctx() context: EventContext): Promise<void> {
    const { kind, code, nameZh, nameEn } = changed;
    await this.moves.note(changed);
    if (kind === NetworkMemberKind.NODE) {
      await this.recordFact.ofNode({ code, zh: nameZh, en: nameEn }, context.event);
    }
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { NetworkChangedSchema, NetworkMemberKind, fromTimestamp, type NetworkChanged } from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { OfficeMoves } from '@nqi/platform';
import { FollowInstitutionHandler } from './follow-institution.handler.js';

/** What becomes of the service system: offices that move, and institutions that come to it. */
@Controller()
export class NetworkEventsConsumer {
  constructor(
    private readonly moves: OfficeMoves,
    private readonly followInstitution: FollowInstitutionHandler,
  ) {}

  @OnEvent(NetworkChangedSchema)
  async onChanged(@Payload() changed: NetworkChanged): Promise<void> {
    await this.moves.note(changed);
    if (changed.kind !== NetworkMemberKind.INSTITUTION) return;
    const { code: id, nameZh: name, regionCode, changedAt } = changed;
    await this.followInstitution.execute({ id, name, regionCode, at: fromTimestamp(changedAt) });
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { NetworkChangedSchema, type NetworkChanged } from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { OfficeMoves } from './office-moves.js';

@Controller()
export class OfficeMovesConsumer {
  constructor(private readonly moves: OfficeMoves) {}

  @OnEvent(NetworkChangedSchema)
  changed(@Payload() event: NetworkChanged): Promise<void> {
    return this.moves.note(event);
  }
}

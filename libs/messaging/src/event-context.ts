import { BaseRpcContext } from '@nestjs/microservices';
import type { ReceivedEvent } from './cloud-event.js';

/** What a handler can know of the event beside its content. */
export class EventContext extends BaseRpcContext<[ReceivedEvent]> {
  constructor(event: ReceivedEvent) {
    super([event]);
  }

  get event(): ReceivedEvent {
    return this.getArgByIndex(0) as ReceivedEvent;
  }
}

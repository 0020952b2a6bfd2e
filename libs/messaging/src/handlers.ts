import type { MessageHandler } from '@nestjs/microservices';
import { SUBSCRIPTIONS, TOPICS, decodeEvent, schemaOf, type ServiceName, type Topic } from '@nqi/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import type { ReceivedEvent } from './cloud-event.js';
import { EventContext } from './event-context.js';
import { PoisonEvent } from './failure.js';

/** The event handlers Nest found in a service, by event type. */
export class EventHandlers {
  constructor(private readonly byType: ReadonlyMap<string, MessageHandler>) {}

  handles(event: ReceivedEvent): boolean {
    return this.byType.has(event.type);
  }

  /** Decodes the event and calls every handler of its type. Throws PoisonEvent for unreadable bytes. */
  async handle(event: ReceivedEvent): Promise<void> {
    const handler = this.byType.get(event.type);
    const schema = schemaOf(event.type);
    if (!handler || !schema) return;
    const result: unknown = await handler(decode(event, schema), new EventContext(event));
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }

  /** Throws when a service handles events of topics it does not subscribe to, which it would never receive. */
  assertSubscribed(service: ServiceName): void {
    const topics: Topic[] = SUBSCRIPTIONS[service].map((id) => TOPICS[id]);
    const reachable = new Set(topics.flatMap(({ events }) => events.map(({ typeName }) => typeName)));
    const unreachable = [...this.byType.keys()].filter((type) => !reachable.has(type));
    if (unreachable.length > 0) {
      throw new Error(`${service} handles ${unreachable.join(', ')} but subscribes to no topic that carries it`);
    }
  }
}

function decode(event: ReceivedEvent, schema: NonNullable<ReturnType<typeof schemaOf>>): unknown {
  try {
    return decodeEvent(schema, event.payload);
  } catch (error) {
    throw new PoisonEvent('EVENT.UNREADABLE', `payload is not a ${event.type}`, { cause: error });
  }
}

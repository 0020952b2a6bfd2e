import { Module, type DynamicModule } from '@nestjs/common';
import { CatchUp } from './catch-up.js';
import { DeadLetters } from './dead-letters.js';
import { Delivery } from './delivery.js';
import { EventTransport } from './event-transport.js';
import { Inbox } from './inbox.js';
import { Outbox } from './outbox.js';
import { EventProducer } from './producer.js';
import { OutboxRelay } from './relay.js';
import { MESSAGING_DEFAULTS, MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

type Given = Pick<MessagingSettings, 'service' | 'brokers'> & Partial<MessagingSettings>;

/** Everything a service needs to speak and listen; it expects a global provider of `Database`. */
@Module({})
export class MessagingModule {
  static register(given: Given): DynamicModule {
    const settings: MessagingSettings = { ...MESSAGING_DEFAULTS, ...given };
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: MESSAGING_SETTINGS, useValue: settings },
        Outbox,
        Inbox,
        EventProducer,
        OutboxRelay,
        DeadLetters,
        Delivery,
        EventTransport,
        CatchUp,
      ],
      exports: [Outbox, Inbox, CatchUp, DeadLetters, EventTransport, OutboxRelay, MESSAGING_SETTINGS],
    };
  }
}

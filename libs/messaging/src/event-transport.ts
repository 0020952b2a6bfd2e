import { Inject, Injectable } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { SUBSCRIPTIONS, TOPICS, consumerGroup } from '@nqi/contracts';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { readCloudEvent, type ReceivedEvent } from './cloud-event.js';
import { DeadLetters } from './dead-letters.js';
import { Delivery, type Lease } from './delivery.js';
import { failpoint } from './failpoint.js';
import { EventHandlers } from './handlers.js';
import { kafkaClient } from './kafka-client.js';
import { OffsetCommits } from './offset-commits.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

/**
 * Nest's way in from Kafka: joins the service's consumer group, reads batches and commits an offset only after the
 * effects of everything before it are durable. Delivery is at least once; the inbox makes effects at most once.
 */
@Injectable()
export class EventTransport extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private consumer: Consumer | undefined;
  private offsets: OffsetCommits | undefined;
  private joined = false;

  constructor(
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
    private readonly delivery: Delivery,
    private readonly deadLetters: DeadLetters,
  ) {
    super();
  }

  /** True while this process is a member of its consumer group, or has nothing to listen to. */
  get ready(): boolean {
    return this.joined || SUBSCRIPTIONS[this.settings.service].length === 0;
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.start();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    const consumer = this.consumer;
    this.consumer = undefined;
    this.joined = false;
    await this.offsets?.close();
    await consumer?.disconnect();
  }

  on(): never {
    throw new Error('events are handled with @OnEvent, not by listening to the transport');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async start(): Promise<void> {
    const { service, prefix, sessionMs, gatherMs, offsetCommitMs } = this.settings;
    const handlers = new EventHandlers(this.messageHandlers);
    handlers.assertSubscribed(service);
    this.deadLetters.attach(handlers);
    const topics = SUBSCRIPTIONS[service].map((id) => prefix + TOPICS[id].name);
    if (topics.length === 0) return;

    const consumer = kafkaClient(this.settings).consumer({
      groupId: prefix + consumerGroup(service),
      sessionTimeout: sessionMs,
      rebalanceTimeout: 2 * sessionMs,
      heartbeatInterval: sessionMs / 5,
      ...fetching(gatherMs),
      allowAutoTopicCreation: false,
      retry: { retries: 8, initialRetryTime: 200, maxRetryTime: 5_000, restartOnFailure: () => Promise.resolve(true) },
    });
    this.consumer = consumer;
    this.offsets = new OffsetCommits(offsetCommitMs);
    consumer.on(consumer.events.GROUP_JOIN, () => (this.joined = true));
    consumer.on(consumer.events.CRASH, () => (this.joined = false));
    consumer.on(consumer.events.DISCONNECT, () => (this.joined = false));
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.eachBatch(payload, handlers),
    });
  }

  private async eachBatch(payload: EachBatchPayload, handlers: EventHandlers): Promise<void> {
    const { batch, heartbeat, isRunning, isStale } = payload;
    const lease: Lease = { heartbeat, held: () => isRunning() && !isStale() };
    const topic = batch.topic.slice(this.settings.prefix.length);
    for (let from = 0; from < batch.messages.length && lease.held(); from += this.settings.batchSize) {
      const messages = batch.messages.slice(from, from + this.settings.batchSize);
      const events = messages.map((message) => readCloudEvent(topic, batch.partition, message));
      const done = await this.delivery.deliver(events, handlers, lease);
      await this.confirm(payload, events.slice(0, done));
      if (done < events.length) return;
    }
  }

  private async confirm(payload: EachBatchPayload, done: readonly ReceivedEvent[]): Promise<void> {
    const last = done.at(-1);
    if (!last) return;
    failpoint('consumer.before-offset');
    payload.resolveOffset(last.offset);
    await payload.heartbeat();
    this.offsets?.note(payload);
  }
}

/** Enough for all that one fetch brings, so that it can go into one transaction. */
const PARTITIONS_AT_ONCE = 32;

function fetching(gatherMs: number): { minBytes: number; maxWaitTimeInMs: number } {
  return gatherMs > 0 ? { minBytes: 256 * 1024, maxWaitTimeInMs: gatherMs } : { minBytes: 1, maxWaitTimeInMs: 1_000 };
}

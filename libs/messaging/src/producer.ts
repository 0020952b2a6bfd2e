import { Inject, Injectable } from '@nestjs/common';
import { CompressionTypes, Kafka, type Producer } from 'kafkajs';
import { kafkaClient } from './kafka-client.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

/** One message for Kafka, envelope included. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly value: Buffer;
}

/**
 * Sends batches that all in-sync replicas have confirmed. Idempotent, so a retry inside one send writes nothing twice;
 * after a failed send the client is thrown away, since its sequence numbers may no longer be the broker's.
 */
@Injectable()
export class EventProducer {
  private readonly kafka: Kafka;
  private connected: Promise<Producer> | undefined;

  constructor(@Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings) {
    this.kafka = kafkaClient(settings);
  }

  /** Resolves when every message is written, in order per key. Rejects when any may be missing; none is dropped silently. */
  async send(messages: readonly OutgoingMessage[]): Promise<void> {
    const byTopic = new Map<string, { key: string; value: Buffer; headers: Record<string, string> }[]>();
    for (const { topic, key, value, headers } of messages) {
      const name = this.settings.prefix + topic;
      const batch = byTopic.get(name) ?? [];
      batch.push({ key, value, headers });
      byTopic.set(name, batch);
    }
    const producer = await this.connect();
    try {
      await producer.sendBatch({
        acks: -1,
        timeout: 10_000,
        compression: CompressionTypes.None,
        topicMessages: [...byTopic].map(([topic, batch]) => ({ topic, messages: batch })),
      });
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.discard();
  }

  private connect(): Promise<Producer> {
    this.connected ??= this.open();
    return this.connected;
  }

  private async open(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      this.connected = undefined;
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  private async discard(): Promise<void> {
    const producer = await this.connected?.catch(() => undefined);
    this.connected = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SUBSCRIPTIONS, TOPICS, consumerGroup } from '@nqi/contracts';
import type { Admin } from 'kafkajs';
import { kafkaClient } from './kafka-client.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

interface PartitionEnd {
  readonly topic: string;
  readonly partition: number;
  readonly end: bigint;
}

/** For what must not speak from half-read events: after a start, a long silence or a rebuild from Kafka. */
@Injectable()
export class CatchUp {
  /** What is left to be read; undefined until somebody asks. */
  private ahead: readonly PartitionEnd[] | undefined;

  constructor(@Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings) {}

  /** True for good once the group confirmed everything that Kafka held at the first question. Throws when Kafka is away. */
  async reached(): Promise<boolean> {
    if (this.ahead?.length === 0) return true;
    const admin = kafkaClient(this.settings).admin();
    try {
      await admin.connect();
      this.ahead = await this.unread(admin, this.ahead ?? (await this.ends(admin)));
      return this.ahead.length === 0;
    } finally {
      await admin.disconnect();
    }
  }

  private get topics(): string[] {
    return SUBSCRIPTIONS[this.settings.service].map((id) => this.settings.prefix + TOPICS[id].name);
  }

  private async ends(admin: Admin): Promise<PartitionEnd[]> {
    const found = this.topics.map(async (topic) =>
      (await admin.fetchTopicOffsets(topic))
        .filter(({ low, high }) => low !== high)
        .map(({ partition, high }) => ({ topic, partition, end: BigInt(high) })),
    );
    return (await Promise.all(found)).flat();
  }

  private async unread(admin: Admin, ends: readonly PartitionEnd[]): Promise<PartitionEnd[]> {
    const groupId = this.settings.prefix + consumerGroup(this.settings.service);
    const confirmed = new Map<string, bigint>();
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: this.topics })) {
      for (const { partition, offset } of partitions) confirmed.set(`${topic}/${partition}`, BigInt(offset));
    }
    return ends.filter(({ topic, partition, end }) => (confirmed.get(`${topic}/${partition}`) ?? -1n) < end);
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { cloudEventHeaders } from './cloud-event.js';
import { failpoint } from './failpoint.js';
import { messagingMetrics } from './metrics.js';
import { Outbox } from './outbox.js';
import { EventProducer, type OutgoingMessage } from './producer.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

const BATCH = 500;
const OTHER_RELAY_RETRY_MS = 25;
const LOCK = `SELECT pg_try_advisory_xact_lock(712400002) AS mine`;
/** Whatever is visible, oldest first, never "greater than the last": sequences commit out of order. */
const WAITING = `
  SELECT sequence, event_id, topic, key, type, occurred_at, traceparent, headers, payload
  FROM outbox ORDER BY sequence LIMIT ${BATCH}`;
const DELETE_SENT = `DELETE FROM outbox WHERE sequence = ANY($1::bigint[])`;

interface OutboxRow {
  sequence: string;
  event_id: string;
  topic: string;
  key: string;
  type: string;
  occurred_at: Date;
  traceparent: string | null;
  headers: Record<string, string> | null;
  payload: Buffer;
}

type Flushed = { sent: number } | 'another-relay';

/**
 * Carries committed outbox rows to Kafka, at least once and in order per key. One relay per database works at a time,
 * whichever replica holds the advisory lock; the lock lives in the transaction that deletes what Kafka confirmed, so a
 * crash at any instant repeats events but loses none.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private pending = false;
  private ring: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly producer: EventProducer,
    private readonly outbox: Outbox,
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.onWake(() => this.wake());
    this.running = this.loop();
  }

  /** After the last request and the last event: sends what is left unless Kafka is away; the next start finds the rest. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await this.producer.close();
  }

  /** Sends the oldest waiting rows. Rejects when Kafka or the database refuses; the rows then stay. */
  async flush(): Promise<Flushed> {
    return this.database.transaction(async () => {
      const [lock] = await this.database.query<{ mine: boolean }>(LOCK);
      if (!lock?.mine) return 'another-relay';
      const rows = await this.database.query<OutboxRow>(WAITING);
      if (rows.length === 0) return { sent: 0 };
      failpoint('relay.before-send');
      await this.producer.send(rows.map((row) => this.toMessage(row)));
      failpoint('relay.after-send');
      await this.database.write(DELETE_SENT, [rows.map(({ sequence }) => sequence)]);
      messagingMetrics.relayed.inc(rows.length);
      messagingMetrics.outboxAge.set((Date.now() - (rows[0]?.occurred_at.getTime() ?? Date.now())) / 1000);
      return { sent: rows.length };
    });
  }

  private wake(): void {
    this.pending = true;
    this.ring?.();
  }

  private async loop(): Promise<void> {
    let failures = 0;
    while (true) {
      this.pending = false;
      try {
        const flushed = await this.flush();
        if (failures > 0) this.logger.log(`outbox flows again after ${failures} failed tries`);
        failures = 0;
        if (flushed === 'another-relay') await this.rest(OTHER_RELAY_RETRY_MS, false);
        else if (flushed.sent === 0) {
          messagingMetrics.outboxAge.set(0);
          if (this.stopping.signal.aborted) return;
          if (!this.pending) await this.rest(this.settings.pollMs, true);
          if (this.pending) await this.rest(this.settings.lingerMs, false);
        } else if (flushed.sent < BATCH) await this.rest(this.settings.lingerMs, false);
      } catch (error) {
        failures += 1;
        if (failures === 1) this.logger.warn(`outbox waits, its rows are kept: ${String(error)}`);
        if (!this.stopping.signal.aborted)
          await this.rest(Math.min(100 * 2 ** failures, this.settings.maxBackoffMs), false);
      }
      if (this.stopping.signal.aborted && (failures > 0 || !this.pending)) return;
    }
  }

  private async rest(ms: number, wakeable: boolean): Promise<void> {
    const timer = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, timer.signal]);
    if (wakeable) this.ring = () => timer.abort();
    await delay(ms, undefined, { signal }).catch(() => undefined);
    this.ring = undefined;
  }

  private toMessage(row: OutboxRow): OutgoingMessage {
    return {
      topic: row.topic,
      key: row.key,
      value: row.payload,
      headers: {
        ...cloudEventHeaders({
          eventId: row.event_id,
          type: row.type,
          source: `/nqi/${this.settings.service}`,
          subject: row.key,
          occurredAt: row.occurred_at,
          traceparent: row.traceparent,
        }),
        ...row.headers,
      },
    };
  }
}

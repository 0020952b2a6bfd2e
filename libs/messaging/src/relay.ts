import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ADVISORY_LOCKS, Database } from '@nqi/persistence';
import { cloudEventHeaders } from './cloud-event.js';
import { failpoint } from './failpoint.js';
import { messagingMetrics } from './metrics.js';
import { Outbox } from './outbox.js';
import { EventProducer, type OutgoingMessage } from './producer.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

const BATCH = 500;
const OTHER_RELAY_RETRY_MS = 25;
const LOCK = `SELECT pg_try_advisory_lock(${ADVISORY_LOCKS.outboxRelay}) AS mine`;
const UNLOCK = `SELECT pg_advisory_unlock(${ADVISORY_LOCKS.outboxRelay})`;
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

/**
 * Carries committed outbox rows to Kafka, at least once and in order per key. One relay per database works at a time,
 * whichever replica holds the advisory lock. A row is deleted only after Kafka confirmed it, so a crash at any instant
 * repeats events but loses none. A relay whose connection breaks while it sends may repeat what its successor sends too;
 * listeners know a repeated id, and the first copy of each event is still in order.
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

  private wake(): void {
    this.pending = true;
    this.ring?.();
  }

  private async loop(): Promise<void> {
    let failures = 0;
    do {
      try {
        const mine = await this.drain();
        if (failures > 0) this.logger.log(`outbox flows again after ${failures} failed tries`);
        failures = 0;
        if (!mine) await this.rest(OTHER_RELAY_RETRY_MS, false);
        else if (!this.pending) await this.rest(this.settings.pollMs, true);
      } catch (error) {
        failures += 1;
        if (failures === 1) this.logger.warn(`outbox waits, its rows are kept: ${String(error)}`);
        await this.rest(Math.min(100 * 2 ** failures, this.settings.maxBackoffMs), false);
      }
    } while (!this.stopping.signal.aborted || (failures === 0 && this.pending));
  }

  /**
   * Sends until nothing waits, on one connection that holds the lock meanwhile. False when another relay has it.
   * Rejects when Kafka or the database refuses; the rows then stay.
   */
  private async drain(): Promise<boolean> {
    this.pending = false;
    return this.database.session(async () => {
      const [lock] = await this.database.query<{ mine: boolean }>(LOCK);
      if (!lock?.mine) return false;
      let sent = await this.sendBatch();
      while (sent === BATCH || (sent > 0 && (await this.moreAfterLinger()))) {
        this.pending = false;
        sent = await this.sendBatch();
      }
      messagingMetrics.outboxAge.set(0);
      await this.database.query(UNLOCK);
      return true;
    });
  }

  private async sendBatch(): Promise<number> {
    const rows = await this.database.query<OutboxRow>(WAITING);
    const [oldest] = rows;
    if (!oldest) return 0;
    messagingMetrics.outboxAge.set((Date.now() - oldest.occurred_at.getTime()) / 1000);
    failpoint('relay.before-send');
    await this.producer.send(rows.map((row) => this.toMessage(row)));
    failpoint('relay.after-send');
    await this.database.write(DELETE_SENT, [rows.map(({ sequence }) => sequence)]);
    messagingMetrics.relayed.inc(rows.length);
    return rows.length;
  }

  /** The first event of a calm leaves at once; those that follow it gather. */
  private async moreAfterLinger(): Promise<boolean> {
    await this.rest(this.settings.lingerMs, false);
    return this.pending;
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

import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, Inject } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { ReceivedEvent } from './cloud-event.js';
import { DeadLetters } from './dead-letters.js';
import { failpoint } from './failpoint.js';
import { PoisonEvent, judge } from './failure.js';
import type { EventHandlers } from './handlers.js';
import { Inbox } from './inbox.js';
import { messagingMetrics } from './metrics.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';
import { TraceContext } from './trace-context.js';

/** How the delivery of a batch stays in touch with the consumer that owns the partition. */
export interface Lease {
  /** Keeps the partition while a retry waits. */
  heartbeat(): Promise<void>;
  /** False once the partition is somebody else's or the consumer stops: the delivery then ends without a result. */
  held(): boolean;
}

/** Events in one transaction; more would only hold locks longer. */
const TOGETHER_AT_MOST = 500;

/** How a batch fared in the transaction it shared; its own error when it had nobody to share with. */
type Verdict = 'committed' | 'somebody failed' | { readonly error: unknown };

interface WaitingBatch {
  readonly events: readonly ReceivedEvent[];
  readonly handlers: EventHandlers;
  readonly settled: (verdict: Verdict) => void;
}

/** Brings events to their handlers: each effect at most once, those of one partition in order. */
@Injectable()
export class Delivery {
  private readonly logger = new Logger(Delivery.name);
  private waiting: WaitingBatch[] = [];
  private committing = false;

  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly deadLetters: DeadLetters,
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
  ) {}

  /**
   * Handles a batch of one partition, in one transaction together with those of other partitions that arrive while the
   * last one commits. When that fails, the batch goes alone, then event by event, so that one bad event harms no other.
   * Resolves to how many events, from the first, are done for good (handled, known already or parked).
   */
  async deliver(events: readonly ReceivedEvent[], handlers: EventHandlers, lease: Lease): Promise<number> {
    const verdict = await this.committedTogether(events, handlers);
    if (verdict === 'committed') return events.length;
    try {
      if (verdict !== 'somebody failed') throw verdict.error;
      await this.commit(events, handlers);
      return events.length;
    } catch (error) {
      const [only] = events;
      if (only && events.length === 1) return (await this.settle(only, handlers, lease, error)) ? 1 : 0;
      this.logger.debug(`batch of ${events.length} failed, one by one now: ${String(error)}`);
      for (const [done, event] of events.entries()) {
        if (!(await this.deliverOne(event, handlers, lease))) return done;
      }
      return events.length;
    }
  }

  private committedTogether(events: readonly ReceivedEvent[], handlers: EventHandlers): Promise<Verdict> {
    return new Promise((settled) => {
      this.waiting.push({ events, handlers, settled });
      // The partitions of one fetch are handed over one after the other within a turn of the event loop.
      if (!this.committing) setImmediate(() => void this.commitWaiting());
      this.committing = true;
    });
  }

  private async commitWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batches = this.nextBatches();
      let verdict: Verdict = 'committed';
      try {
        await this.commitAll(batches);
      } catch (error) {
        verdict = batches.length === 1 ? { error } : 'somebody failed';
      }
      for (const { settled } of batches) settled(verdict);
    }
    this.committing = false;
  }

  private nextBatches(): WaitingBatch[] {
    let events = 0;
    const beyond = this.waiting.findIndex((batch) => (events += batch.events.length) > TOGETHER_AT_MOST);
    return this.waiting.splice(0, beyond < 0 ? this.waiting.length : Math.max(1, beyond));
  }

  private commit(events: readonly ReceivedEvent[], handlers: EventHandlers): Promise<void> {
    return this.commitAll([{ events, handlers }]);
  }

  private async commitAll(batches: readonly Pick<WaitingBatch, 'events' | 'handlers'>[]): Promise<void> {
    const wanted = batches.flatMap(({ events, handlers }) =>
      events
        .filter((event) => event.defect !== undefined || handlers.handles(event))
        .map((event) => ({ event, handlers })),
    );
    if (wanted.length === 0) return;
    let handled: ReceivedEvent[] = [];
    await this.database.transaction(async () => {
      const fresh = await this.inbox.receive(wanted.map(({ event }) => event.id));
      handled = [];
      for (const { event, handlers } of wanted) {
        if (!fresh.delete(event.id)) continue;
        if (event.defect) throw new PoisonEvent('EVENT.BAD_ENVELOPE', event.defect);
        await TraceContext.run(event.traceparent, () => handlers.handle(event));
        handled.push(event);
      }
      failpoint('consumer.before-commit');
    });
    for (const { type } of handled) messagingMetrics.handled.inc({ type });
    messagingMetrics.duplicates.inc(wanted.length - handled.length);
    failpoint('consumer.after-commit');
  }

  private async deliverOne(event: ReceivedEvent, handlers: EventHandlers, lease: Lease): Promise<boolean> {
    try {
      await this.commit([event], handlers);
      return true;
    } catch (error) {
      return this.settle(event, handlers, lease, error);
    }
  }

  /** Brings a failed event to an end: handled after all, or parked. False when the lease was lost before. */
  private async settle(event: ReceivedEvent, handlers: EventHandlers, lease: Lease, first: unknown): Promise<boolean> {
    let error = first;
    for (let attempt = 1; lease.held(); attempt += 1) {
      const verdict = judge(error);
      const hopeless = verdict === 'park' || (verdict === 'try-again' && attempt >= this.settings.maxAttempts);
      if (hopeless && (await this.park(event, error))) return true;
      messagingMetrics.retries.inc();
      const wait = Math.min(50 * 2 ** attempt, this.settings.maxBackoffMs);
      this.logger.warn(
        `${event.type} ${event.topic}/${event.partition}/${event.offset} waits ${wait} ms: ${String(error)}`,
      );
      await this.rest(wait, lease);
      if (hopeless) continue;
      try {
        await this.commit([event], handlers);
        return true;
      } catch (next) {
        error = next;
      }
    }
    return false;
  }

  /** False when even parking failed (the database is away): the event is then tried again like any other. */
  private async park(event: ReceivedEvent, error: unknown): Promise<boolean> {
    try {
      await this.database.transaction(async () => {
        const fresh = await this.inbox.receive([event.id]);
        if (fresh.size > 0 || event.defect) await this.deadLetters.park(event, error);
      });
      return true;
    } catch (parkingError) {
      this.logger.warn(`cannot park an event yet: ${String(parkingError)}`);
      return false;
    }
  }

  private async rest(ms: number, lease: Lease): Promise<void> {
    for (let left = ms; left > 0 && lease.held(); left -= 1_000) {
      await delay(Math.min(left, 1_000));
      await lease.heartbeat().catch(() => undefined);
    }
  }
}

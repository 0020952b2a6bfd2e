import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { BackgroundLoop } from '../background-loop.js';
import { OutboundDeliveries, type Attempt } from './outbound-deliveries.js';
import { nextAttempt } from './retry-plan.js';
import type { Reach } from './public-address.js';
import { sendMessage } from './send-message.js';
import { signMessage } from './signature.js';

/** Where a target's messages go now, and what they are signed with. */
export interface OutboundTarget {
  readonly url: string;
  readonly secrets: readonly string[];
  readonly reach: Reach;
}

/** What a service knows of the systems it sends to. */
export abstract class OutboundTargets {
  /** Undefined when the target is no more; what waits for it is parked. */
  abstract find(target: string): Promise<OutboundTarget | undefined>;
}

interface Claimed {
  readonly id: string;
  readonly target: string;
  readonly type: string;
  readonly body: string;
  readonly attempts: number;
  readonly claim: string;
  readonly giveUpAt: Date;
}

const ANSWER_MS = 10_000;
/** A claim outlasts the longest sending, so that nobody else sends meanwhile; after a crash it lapses. */
const CLAIM_MS = ANSWER_MS + 10_000;
const AT_ONCE = 24;
/** One receiver that is slow leaves room for the others. */
const AT_ONCE_PER_TARGET = 6;
const POLL_MS = 1_000;

/** The first of each lane whose time has come. What another one is claiming is skipped, not waited for. */
const CLAIM = `
  UPDATE outbound_delivery d SET claim = gen_random_uuid(), attempts = attempts + 1, next_attempt_at = $2
  FROM (
    SELECT w.id FROM outbound_delivery w
    WHERE w.state = 'WAITING' AND w.next_attempt_at <= $1 AND w.target <> ALL($3::text[])
      AND NOT EXISTS (
        SELECT 1 FROM outbound_delivery e
        WHERE e.state = 'WAITING' AND e.target = w.target AND e.lane = w.lane AND e.position < w.position)
    ORDER BY w.next_attempt_at, w.position LIMIT $4
    FOR UPDATE SKIP LOCKED
  ) due
  WHERE d.id = due.id
  RETURNING d.id, d.target, d.type, d.body, d.attempts, d.claim, d.give_up_at AS "giveUpAt"`;
/** Whoever answers again gets what waits for it at once. */
const HASTEN = `
  UPDATE outbound_delivery SET next_attempt_at = $2
  WHERE target = $1 AND state = 'WAITING' AND claim IS NULL AND next_attempt_at > $2`;
/** Fenced by the claim: whoever lost it to a successor changes nothing. */
const SETTLE = `
  WITH settled AS (
    UPDATE outbound_delivery SET state = $3, next_attempt_at = coalesce($4, next_attempt_at), claim = NULL,
      ended_at = CASE WHEN $3 = 'WAITING' THEN NULL ELSE $5::timestamptz END
    WHERE id = $1 AND claim = $2 RETURNING id, attempts
  )
  INSERT INTO outbound_attempt (delivery_id, number, at, took_ms, status, told)
  SELECT id, attempts, $5, $6, $7, $8 FROM settled`;

/** Sends what waits, at least once and in the order of each lane; over all replicas one at a time sends a delivery. */
@Injectable()
export class OutboundSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;
  private readonly stopping = new AbortController();
  private readonly sending = new Set<Promise<void>>();
  private readonly perTarget = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly targets: OutboundTargets,
    private readonly deliveries: OutboundDeliveries,
    private readonly clock: Clock,
  ) {
    this.loop = new BackgroundLoop({ name: 'outbound messages', pass: () => this.pass(), retryMs: POLL_MS, clock });
  }

  onApplicationBootstrap(): void {
    this.deliveries.onAdded(() => this.loop.wake());
    this.loop.start();
  }

  /** What is under way is broken off and tried again by whoever comes next. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop.stop();
    await Promise.all(this.sending);
  }

  private async pass(): Promise<number> {
    const busy = [...this.perTarget].filter(([, count]) => count >= AT_ONCE_PER_TARGET).map(([target]) => target);
    const room = Math.min(AT_ONCE - this.sending.size, AT_ONCE_PER_TARGET);
    if (room <= 0) return POLL_MS;
    const now = this.clock.now();
    const lapses = new Date(now.getTime() + CLAIM_MS);
    const claimed = await this.database.query<Claimed>(CLAIM, [now, lapses, busy, room]);
    for (const delivery of claimed) this.start(delivery);
    return claimed.length < room ? POLL_MS : 0;
  }

  private start(delivery: Claimed): void {
    this.count(delivery.target, 1);
    const work = this.attempt(delivery)
      // The claim lapses and the delivery is tried again.
      .catch(() => undefined)
      .finally(() => {
        this.sending.delete(work);
        this.count(delivery.target, -1);
        this.loop.wake();
      });
    this.sending.add(work);
  }

  private count(target: string, by: number): void {
    const count = (this.perTarget.get(target) ?? 0) + by;
    if (count > 0) this.perTarget.set(target, count);
    else this.perTarget.delete(target);
  }

  private async attempt(delivery: Claimed): Promise<void> {
    const target = await this.targets.find(delivery.target);
    const at = this.clock.now();
    if (!target) return this.settle(delivery, 'PARKED', null, { at, tookMs: 0, told: 'the target is no more' });
    const attempt = await this.send(delivery, target, at);
    failpoint('outbound.after-send');
    if (attempt.status !== undefined && attempt.status >= 200 && attempt.status < 300) {
      await this.settle(delivery, 'DELIVERED', null, attempt);
      if (delivery.attempts > 1) await this.database.write(HASTEN, [delivery.target, this.clock.now()]);
      return;
    }
    const now = this.clock.now();
    if (this.stopping.signal.aborted) return this.settle(delivery, 'WAITING', now, attempt);
    const next = nextAttempt(delivery.attempts, now, delivery.giveUpAt, Math.random());
    return this.settle(delivery, next ? 'WAITING' : 'PARKED', next ?? null, attempt);
  }

  private async send({ id, type, body }: Claimed, { url, secrets, reach }: OutboundTarget, at: Date): Promise<Attempt> {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(ANSWER_MS)]);
    try {
      const headers = { ...signMessage(secrets, id, at, body), 'nqi-event': type };
      const { status, excerpt } = await sendMessage({ url, headers, body, reach }, signal);
      return { at, tookMs: took(), status, told: excerpt };
    } catch (error) {
      return { at, tookMs: took(), told: error instanceof Error ? error.message : String(error) };
    }
  }

  private async settle({ id, claim }: Claimed, state: string, next: Date | null, attempt: Attempt): Promise<void> {
    const { at, tookMs, status, told } = attempt;
    await this.database.write(SETTLE, [id, claim, state, next, at, tookMs, status ?? null, told.slice(0, 500)]);
  }
}

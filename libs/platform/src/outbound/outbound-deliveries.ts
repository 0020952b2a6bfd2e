import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';

export type DeliveryState = 'WAITING' | 'DELIVERED' | 'PARKED';

/** What is to be told to a system outside. */
export interface NewDelivery {
  /** The receiver's way to tell a repetition. */
  readonly id: string;
  /** Name of the receiver, for `OutboundTargets`. */
  readonly target: string;
  /** Deliveries of one lane to one target arrive in the order they were added. */
  readonly lane: string;
  readonly type: string;
  /** JSON as it will be sent and signed. */
  readonly body: string;
  /** How long it is tried before it is parked. */
  readonly tryForMs: number;
}

export interface Attempt {
  readonly at: Date;
  readonly tookMs: number;
  /** Missing when nothing answered. */
  readonly status?: number;
  /** What was answered, or why nothing was. */
  readonly told: string;
}

export interface LoggedDelivery {
  readonly id: string;
  readonly position: string;
  readonly lane: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
  readonly endedAt: Date | null;
}

const ADD = `
  INSERT INTO outbound_delivery (id, target, lane, type, body, created_at, next_attempt_at, give_up_at)
  SELECT id, target, lane, type, body, $7, $7, $7::timestamptz + try_ms * interval '1 millisecond'
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
    WITH ORDINALITY AS n (id, target, lane, type, body, try_ms, nth)
  ORDER BY nth
  ON CONFLICT (id) DO NOTHING`;
const LOGGED = `
  SELECT id, position::text, lane, type, state, attempts, created_at AS "createdAt",
    next_attempt_at AS "nextAttemptAt", ended_at AS "endedAt"
  FROM outbound_delivery`;
const LIST = `
  ${LOGGED} WHERE target = $1 AND ($2::text IS NULL OR state = $2) AND ($3::bigint IS NULL OR position < $3)
  ORDER BY position DESC LIMIT $4`;
const FIND = `${LOGGED} WHERE target = $1 AND id = $2`;
const OF_LANE = `${LOGGED} WHERE target = $1 AND lane = $2 ORDER BY position LIMIT 200`;
const BODY = `SELECT body FROM outbound_delivery WHERE target = $1 AND id = $2`;
const ATTEMPTS = `
  SELECT at, took_ms AS "tookMs", status, told FROM outbound_attempt WHERE delivery_id = $1 ORDER BY number LIMIT 200`;
const REPLAY = `
  UPDATE outbound_delivery SET state = 'WAITING', claim = NULL, ended_at = NULL, next_attempt_at = $3,
    give_up_at = $3::timestamptz + $4::bigint * interval '1 millisecond'
  WHERE target = $1 AND id = $2 AND state <> 'WAITING'`;

/** The log of what systems outside are told. Whoever adds does so in the transaction of what there is to tell. */
@Injectable()
export class OutboundDeliveries {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adding one that is there already, by its id, adds nothing. */
  async add(deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.database.write(ADD, [
      deliveries.map(({ id }) => id),
      deliveries.map(({ target }) => target),
      deliveries.map(({ lane }) => lane),
      deliveries.map(({ type }) => type),
      deliveries.map(({ body }) => body),
      deliveries.map(({ tryForMs }) => tryForMs),
      this.clock.now(),
    ]);
    this.wake();
  }

  /** One row more than `limit` when there are more, the latest first. */
  list(target: string, limit: number, { state, before }: { state?: DeliveryState; before?: string } = {}) {
    return this.database.query<LoggedDelivery>(LIST, [target, state ?? null, before ?? null, limit + 1]);
  }

  async find(target: string, id: string): Promise<LoggedDelivery | undefined> {
    return (await this.database.query<LoggedDelivery>(FIND, [target, id]))[0];
  }

  /** In the order in which they were added, two hundred at most. */
  ofLane(target: string, lane: string): Promise<LoggedDelivery[]> {
    return this.database.query<LoggedDelivery & Record<string, unknown>>(OF_LANE, [target, lane]);
  }

  /** What was, or will be, sent. */
  async body(target: string, id: string): Promise<string | undefined> {
    return (await this.database.query<{ body: string }>(BODY, [target, id]))[0]?.body;
  }

  attempts(id: string): Promise<Attempt[]> {
    return this.database.query<Attempt>(ATTEMPTS, [id]);
  }

  /** Sends one that has ended once more, under its own id. False when there is none, or it still waits. */
  async replay(target: string, id: string, tryForMs: number): Promise<boolean> {
    const changed = await this.database.write(REPLAY, [target, id, this.clock.now(), tryForMs]);
    this.wake();
    return changed > 0;
  }

  /** Calls back when there may be something to send: at commit, here; other replicas look by themselves. */
  onAdded(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** For whoever adds by a statement of their own. */
  wake(): void {
    this.database.afterCommit(() => this.listeners.forEach((listener) => listener()));
  }
}

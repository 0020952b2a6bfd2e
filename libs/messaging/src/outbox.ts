import { Injectable } from '@nestjs/common';
import type { EventMessage } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { TraceContext } from './trace-context.js';

const APPEND = `
  INSERT INTO outbox (event_id, topic, key, type, traceparent, headers, payload)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::bytea[])`;

/** An event that carries headers of its own beside the CloudEvents ones; dead letters do. */
export interface OutboxMessage extends EventMessage {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a service lays down what it has to say, in the same transaction as the state it speaks of. */
@Injectable()
export class Outbox {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: Database) {}

  /**
   * Adds events to the ambient transaction; they leave, in this order per key, once it commits and never otherwise.
   * Throws outside a transaction, where state and event could part.
   */
  async append(messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    if (!this.database.inTransaction) throw new Error('an outbox append needs the transaction of its state change');
    await this.database.write(APPEND, outboxColumns(messages));
    this.database.afterCommit(() => this.wake());
  }

  /** Tells the relay that rows are waiting; a hint only, the table is the truth. */
  wake(): void {
    for (const listener of this.listeners) listener();
  }

  onWake(listener: () => void): void {
    this.listeners.add(listener);
  }
}

/**
 * The seven column arrays of outbox rows, in the order of `SELECT * FROM unnest($n::uuid[], $::text[] …)` above, for
 * the one hot path that writes state and events in a single statement.
 */
export function outboxColumns(messages: readonly OutboxMessage[]): unknown[] {
  const traceparent = TraceContext.traceparent() ?? null;
  return [
    messages.map(() => newId()),
    messages.map(({ topic }) => topic),
    messages.map(({ key }) => key),
    messages.map(({ type }) => type),
    messages.map(() => traceparent),
    messages.map(({ headers }) => (headers ? JSON.stringify(headers) : null)),
    messages.map(({ payload }) => Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)),
  ];
}

import { Inject, Injectable, Logger } from '@nestjs/common';
import { consumerGroup, deadLetterTopic, describeEvent } from '@nqi/contracts';
import { DomainError, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { ReceivedEvent } from './cloud-event.js';
import { failureCode } from './failure.js';
import type { EventHandlers } from './handlers.js';
import { messagingMetrics } from './metrics.js';
import { Outbox } from './outbox.js';
import { MESSAGING_SETTINGS, type MessagingSettings } from './settings.js';

/** A dead letter as administrators see it. */
export interface DeadLetterView {
  readonly id: string;
  readonly eventId: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly type: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly parkedAt: Date;
  readonly status: 'parked' | 'replayed' | 'discarded';
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settledReason: string | null;
  /** The event's content where it can be read, else null. */
  readonly content: unknown;
}

interface DeadLetterRow {
  id: string;
  event_id: string;
  topic: string;
  partition: number;
  message_offset: string;
  key: string;
  type: string;
  headers: Record<string, string>;
  payload: Buffer;
  error_code: string;
  error_message: string;
  parked_at: Date;
  status: DeadLetterView['status'];
  settled_at: Date | null;
  settled_by: string | null;
  settled_reason: string | null;
}

const PARK = `
  INSERT INTO dead_letter
    (id, event_id, topic, partition, message_offset, key, type, headers, payload, error_code, error_message)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (topic, partition, message_offset) DO NOTHING`;
const LIST = `SELECT * FROM dead_letter WHERE status = $1 ORDER BY parked_at LIMIT $2`;
const LOCK = `SELECT * FROM dead_letter WHERE id = $1 FOR UPDATE`;
const SETTLE = `
  UPDATE dead_letter SET status = $2, settled_at = now(), settled_by = $3, settled_reason = $4 WHERE id = $1`;

/** Events a service could not handle: kept whole, published for alerting, and replayed or discarded by a person. */
@Injectable()
export class DeadLetters {
  private readonly logger = new Logger(DeadLetters.name);
  private handlers: EventHandlers | undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
  ) {}

  /** Lets replays reach the service's handlers; the transport calls it once it knows them. */
  attach(handlers: EventHandlers): void {
    this.handlers = handlers;
  }

  /** Parks an event in the ambient transaction, together with its copy for the dead-letter topic. */
  async park(event: ReceivedEvent, error: unknown): Promise<void> {
    const code = failureCode(error);
    const message = error instanceof Error ? error.message : String(error);
    await this.database.write(PARK, [
      newId(),
      event.id,
      event.topic,
      event.partition,
      event.offset,
      event.key,
      event.type,
      JSON.stringify(event.headers),
      event.payload,
      code,
      message,
    ]);
    await this.outbox.append([
      {
        topic: deadLetterTopic(event.topic, consumerGroup(this.settings.service)),
        key: event.key,
        type: event.type,
        payload: event.payload,
        headers: {
          ...event.headers,
          nqi_error_code: code,
          nqi_error: message.slice(0, 1_000),
          nqi_original_position: `${event.topic}/${event.partition}/${event.offset}`,
        },
      },
    ]);
    messagingMetrics.deadLetters.inc({ topic: event.topic, code });
    this.logger.error(
      `dead letter ${event.type} ${event.topic}/${event.partition}/${event.offset} ${code}: ${message}`,
    );
  }

  async list(status: DeadLetterView['status'] = 'parked', limit = 100): Promise<DeadLetterView[]> {
    return (await this.database.query<DeadLetterRow>(LIST, [status, limit])).map(toView);
  }

  /**
   * Hands a parked event to its handlers again. Effect and settlement commit together: replayed at most once, also
   * when two people press the button. When it fails again its error is thrown and the letter stays parked.
   */
  async replay(id: string, by: string): Promise<void> {
    await this.database.transaction(async () => {
      const letter = await this.lockParked(id);
      if (!this.handlers) throw new Error('replay before the transport started');
      await this.handlers.handle(toEvent(letter));
      await this.database.write(SETTLE, [id, 'replayed', by, null]);
    });
  }

  /** Gives a parked event up, with a reason that stays on record. */
  async discard(id: string, by: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.lockParked(id);
      await this.database.write(SETTLE, [id, 'discarded', by, reason]);
    });
  }

  private async lockParked(id: string): Promise<DeadLetterRow> {
    const [letter] = await this.database.query<DeadLetterRow>(LOCK, [id]);
    if (!letter)
      throw new DomainError('DEAD_LETTER.UNKNOWN', 'not_found', { zh: '没有此死信', en: 'No such dead letter' });
    if (letter.status !== 'parked') {
      throw new DomainError('DEAD_LETTER.SETTLED', 'conflict', {
        zh: '该死信已处理',
        en: 'The dead letter is settled already',
      });
    }
    return letter;
  }
}

function toEvent(row: DeadLetterRow): ReceivedEvent {
  return {
    id: row.event_id,
    type: row.type,
    source: row.headers['ce_source'] ?? '',
    occurredAt: new Date(row.headers['ce_time'] ?? row.parked_at),
    traceparent: row.headers['traceparent'],
    topic: row.topic,
    partition: row.partition,
    offset: row.message_offset,
    key: row.key,
    headers: row.headers,
    payload: row.payload,
    defect: undefined,
  };
}

function toView(row: DeadLetterRow): DeadLetterView {
  return {
    id: row.id,
    eventId: row.event_id,
    topic: row.topic,
    partition: row.partition,
    offset: row.message_offset,
    key: row.key,
    type: row.type,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    parkedAt: row.parked_at,
    status: row.status,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
    settledReason: row.settled_reason,
    content: describeEvent(row.type, row.payload),
  };
}

import { createHash } from 'node:crypto';
import { isUuid } from '@nqi/kernel';
import type { IHeaders, KafkaMessage } from 'kafkajs';

/** An event as it came off Kafka. */
export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly occurredAt: Date;
  readonly traceparent: string | undefined;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
  /** Why the envelope cannot be trusted, when it cannot: such an event goes straight to the dead letters. */
  readonly defect: string | undefined;
}

/** CloudEvents 1.0 headers in Kafka's binary mode. */
export function cloudEventHeaders(event: {
  eventId: string;
  type: string;
  source: string;
  subject: string;
  occurredAt: Date;
  traceparent: string | null;
}): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: event.eventId,
    ce_type: event.type,
    ce_source: event.source,
    ce_subject: event.subject,
    ce_time: event.occurredAt.toISOString(),
    'content-type': 'application/protobuf',
    ...(event.traceparent ? { traceparent: event.traceparent } : {}),
  };
}

/** Reads a Kafka message as an event. Never throws: what is wrong with the envelope is told in `defect`. */
export function readCloudEvent(topic: string, partition: number, message: KafkaMessage): ReceivedEvent {
  const headers = textHeaders(message.headers);
  const id = headers['ce_id'];
  const type = headers['ce_type'];
  const time = new Date(headers['ce_time'] ?? '');
  return {
    id: isUuid(id) ? id : positionId(topic, partition, message.offset),
    type: type ?? '',
    source: headers['ce_source'] ?? '',
    occurredAt: Number.isNaN(time.getTime()) ? new Date(Number(message.timestamp)) : time,
    traceparent: headers['traceparent'],
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? '',
    headers,
    payload: message.value ?? Buffer.alloc(0),
    defect: !isUuid(id) ? 'header ce_id is not a UUID' : !type ? 'header ce_type is missing' : undefined,
  };
}

function textHeaders(headers: IHeaders | undefined): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const single = Array.isArray(value) ? value[0] : value;
    if (single !== undefined) text[name] = single.toString();
  }
  return text;
}

/** A stable UUID for a message without one of its own, so that its redelivery is recognised too. */
function positionId(topic: string, partition: number, offset: string): string {
  const hash = createHash('sha256').update(`${topic}/${partition}/${offset}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

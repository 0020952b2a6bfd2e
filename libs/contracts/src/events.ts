import {
  create,
  fromBinary,
  toBinary,
  toJson,
  type DescMessage,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { TOPICS, type Topic } from './topics.js';

/** An event ready to travel: its type name, its Kafka address and its bytes. */
export interface EventMessage {
  readonly topic: string;
  readonly key: string;
  /** Full protobuf name, for example nqi.intake.v1.RequestFiled; never a class name. */
  readonly type: string;
  readonly payload: Uint8Array;
}

/** Builds the message of an event; the type system allows only events declared on the topic. */
export function eventMessage<T extends Topic, D extends T['events'][number]>(
  topic: T,
  key: string,
  schema: D,
  event: MessageInitShape<D>,
): EventMessage {
  return { topic: topic.name, key, type: schema.typeName, payload: toBinary(schema, create(schema, event)) };
}

const SCHEMAS: ReadonlyMap<string, DescMessage> = new Map(
  Object.values(TOPICS).flatMap((topic) => topic.events.map((schema) => [schema.typeName, schema] as const)),
);

/** Schema of an event type, or undefined for a type this build does not know (a newer producer's). */
export const schemaOf = (type: string): DescMessage | undefined => SCHEMAS.get(type);

/** Decodes the payload of a known schema. Throws when the bytes are not such a message. */
export function decodeEvent<D extends DescMessage>(schema: D, payload: Uint8Array): MessageShape<D> {
  return fromBinary(schema, payload);
}

/** An event's content as JSON for people (dead-letter views, logs of tools); null for an unknown type or bad bytes. */
export function describeEvent(type: string, payload: Uint8Array): unknown {
  const schema = schemaOf(type);
  if (!schema) return null;
  try {
    return toJson(schema, fromBinary(schema, payload));
  } catch {
    return null;
  }
}

export const toTimestamp = (date: Date): Timestamp => timestampFromDate(date);

/** Reads a time that the contract promises to be set. Throws when it is missing. */
export function fromTimestamp(timestamp: Timestamp | undefined): Date {
  if (!timestamp) throw new Error('the event misses a time that its contract promises');
  return timestampDate(timestamp);
}

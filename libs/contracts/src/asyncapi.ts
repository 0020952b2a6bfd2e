import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';
import {
  PERSON_SERVICES,
  SERVICE_NAMES,
  SUBSCRIPTIONS,
  TOPICS,
  type ServiceName,
  type Topic,
  type TopicId,
} from './topics.js';

type Json = Record<string, unknown>;

/** The AsyncAPI 3 document of everything that travels between services, made from the topic table and the protobuf. */
export function asyncApiDocument(version: string): Json {
  const topics = Object.entries<Topic>(TOPICS);
  const messages = new Map(topics.flatMap(([, topic]) => topic.events.map((schema) => [schema.typeName, schema])));
  return {
    asyncapi: '3.0.0',
    info: { title: 'NQI one-stop service: events', version },
    defaultContentType: 'application/protobuf',
    channels: Object.fromEntries(topics.map(([id, topic]) => [id, channel(topic)])),
    operations: { ...sendOperations(topics), ...receiveOperations() },
    components: {
      messages: Object.fromEntries([...messages].map(([name, schema]) => [name, message(schema)])),
      schemas: Object.fromEntries([...messages].map(([name, schema]) => [name, messageSchema(schema)])),
    },
  };
}

function channel(topic: Topic): Json {
  return {
    address: topic.name,
    description: `Owned by ${topic.owner}; keyed by ${topic.key}, so that one key's events stay in order.`,
    messages: Object.fromEntries(
      topic.events.map((schema) => [schema.typeName, { $ref: `#/components/messages/${schema.typeName}` }]),
    ),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: { 'retention.ms': topic.retentionMs },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function sendOperations(topics: [string, Topic][]): Json {
  return Object.fromEntries(
    topics.flatMap(([id, topic]) =>
      sendersOf(topic).map((service) => [
        `${service}.send.${id}`,
        { action: 'send', channel: { $ref: `#/channels/${id}` } },
      ]),
    ),
  );
}

/** The owner alone, but for what it asks the others: they answer where they were asked. */
const sendersOf = (topic: Topic): readonly ServiceName[] => (topic === TOPICS.person ? PERSON_SERVICES : [topic.owner]);

function receiveOperations(): Json {
  return Object.fromEntries(
    SERVICE_NAMES.flatMap((service) =>
      SUBSCRIPTIONS[service].map((id: TopicId) => [
        `${service}.receive.${id}`,
        { action: 'receive', channel: { $ref: `#/channels/${id}` } },
      ]),
    ),
  );
}

function message(schema: DescMessage): Json {
  return {
    name: schema.typeName,
    contentType: 'application/protobuf',
    headers: {
      type: 'object',
      description: 'CloudEvents 1.0, binary mode',
      required: ['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_specversion'],
      properties: {
        ce_id: { type: 'string', format: 'uuid' },
        ce_type: { type: 'string', const: schema.typeName },
        ce_source: { type: 'string' },
        ce_subject: { type: 'string' },
        ce_time: { type: 'string', format: 'date-time' },
        ce_specversion: { type: 'string', const: '1.0' },
        traceparent: { type: 'string' },
      },
    },
    payload: { $ref: `#/components/schemas/${schema.typeName}` },
  };
}

function messageSchema(schema: DescMessage): Json {
  return {
    type: 'object',
    properties: Object.fromEntries(schema.fields.map((field) => [field.jsonName, fieldSchema(field)])),
  };
}

function fieldSchema(field: DescField): Json {
  switch (field.fieldKind) {
    case 'list':
      return { type: 'array', items: field.listKind === 'message' ? messageSchema(field.message) : { type: 'string' } };
    case 'map':
      return { type: 'object' };
    case 'enum':
      return { type: 'string', enum: field.enum.values.map(({ name }) => name) };
    case 'message':
      return field.message.typeName === 'google.protobuf.Timestamp'
        ? { type: 'string', format: 'date-time' }
        : messageSchema(field.message);
    case 'scalar':
      return {
        type: field.scalar === ScalarType.BOOL ? 'boolean' : field.scalar === ScalarType.STRING ? 'string' : 'integer',
      };
  }
}

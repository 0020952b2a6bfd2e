import type { DescMessage } from '@bufbuild/protobuf';
import { OrganizationRegisteredSchema } from './gen/nqi/identity/v1/organization_events_pb.js';
import { PersonalDataAnsweredSchema, PersonalDataRequestedSchema } from './gen/nqi/identity/v1/person_events_pb.js';
import { UserChangedSchema } from './gen/nqi/identity/v1/user_events_pb.js';
import {
  RectificationAdvancedSchema,
  RectificationOverdueSchema,
} from './gen/nqi/intake/v1/rectification_events_pb.js';
import { DemandAdvancedSchema } from './gen/nqi/intake/v1/demand_events_pb.js';
import {
  QuoteAnsweredSchema,
  QuoteEndedSchema,
  QuoteOfferedSchema,
  QuoteRemindedSchema,
} from './gen/nqi/intake/v1/quote_events_pb.js';
import { VoucherAdvancedSchema, VoucherRemindedSchema } from './gen/nqi/intake/v1/voucher_events_pb.js';
import {
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestItemCorrectedSchema,
  RequestItemForgoneSchema,
  RequestItemReadySchema,
  RequestRatedSchema,
} from './gen/nqi/intake/v1/request_events_pb.js';
import { NetworkChangedSchema, QualificationExpiringSchema } from './gen/nqi/routing/v1/network_events_pb.js';
import {
  ReferralAcceptedSchema,
  ReferralCancelledSchema,
  ReferralClosedSchema,
  ReferralDeclinedSchema,
  ReferralDispatchedSchema,
  ReferralOfferedSchema,
  ReferralOverdueSchema,
  ReferralReceivedSchema,
  ReferralReturnedSchema,
} from './gen/nqi/routing/v1/referral_events_pb.js';
import {
  BookingCancelledSchema,
  BookingCheckedInSchema,
  BookingCompletedSchema,
  BookingConfirmedSchema,
  BookingLapsedSchema,
  BookingNoShowSchema,
  BookingRequestedSchema,
  BookingUnusableSchema,
  ResourceCalibrationEndedSchema,
} from './gen/nqi/routing/v1/resource_events_pb.js';
import {
  TicketAcceptedSchema,
  TicketAssignedSchema,
  TicketCancelledSchema,
  TicketPausedSchema,
  TicketPromiseChangedSchema,
  TicketChoiceDueSchema,
  TicketInstitutionChosenSchema,
  TicketInstitutionReplacedSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketRungReachedSchema,
  TicketSlaAtRiskSchema,
  TicketSlaBreachedSchema,
  TicketSplitSchema,
  TicketStartedSchema,
  TicketTransferredSchema,
  TicketUrgedSchema,
} from './gen/nqi/routing/v1/ticket_events_pb.js';
import {
  DeliverableIssuedSchema,
  JobAdvancedSchema,
  JobCancelledSchema,
  JobCompletedSchema,
  JobOpenedSchema,
} from './gen/nqi/work/v1/job_events_pb.js';

/** A Kafka topic: who owns it, how it is laid out and which events may travel on it. */
export interface Topic {
  readonly name: string;
  readonly owner: ServiceName;
  readonly partitions: number;
  readonly retentionMs: number;
  /** Field of the event whose value is the Kafka key; one key's events stay in order. */
  readonly key: string;
  readonly events: readonly DescMessage[];
}

/** Services that own a database and take part in messaging. */
export const SERVICE_NAMES = [
  'identity',
  'intake',
  'routing',
  'metrology',
  'standards',
  'testing',
  'certification',
  'insight',
  'notification',
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
const JOB_EVENTS = [
  JobOpenedSchema,
  JobAdvancedSchema,
  DeliverableIssuedSchema,
  JobCompletedSchema,
  JobCancelledSchema,
] as const;

const jobTopic = (owner: ServiceName): Topic => ({
  name: `nqi.${owner}.job.v1`,
  owner,
  partitions: 3,
  retentionMs: 30 * DAY_MS,
  key: 'job.job_id',
  events: JOB_EVENTS,
});

/** Every topic of the system, declared once; brokers, AsyncAPI and consumers are made from this table. */
export const TOPICS = {
  organization: {
    name: 'nqi.identity.organization.v1',
    owner: 'identity',
    partitions: 3,
    retentionMs: -1,
    key: 'organization_id',
    events: [OrganizationRegisteredSchema],
  },
  user: {
    name: 'nqi.identity.user.v1',
    owner: 'identity',
    partitions: 3,
    retentionMs: 30 * DAY_MS,
    key: 'user_id',
    events: [UserChangedSchema],
  },
  person: {
    name: 'nqi.identity.person.v1',
    owner: 'identity',
    partitions: 1,
    retentionMs: 7 * DAY_MS,
    key: 'user_id',
    events: [PersonalDataRequestedSchema, PersonalDataAnsweredSchema],
  },
  request: {
    name: 'nqi.intake.request.v1',
    owner: 'intake',
    partitions: 6,
    retentionMs: 30 * DAY_MS,
    key: 'request.request_id',
    events: [
      RequestFiledSchema,
      RequestItemReadySchema,
      RequestItemForgoneSchema,
      RequestItemCorrectedSchema,
      RequestCancelledSchema,
      RequestCompletedSchema,
      RequestRatedSchema,
      RectificationAdvancedSchema,
      RectificationOverdueSchema,
      DemandAdvancedSchema,
      QuoteOfferedSchema,
      QuoteAnsweredSchema,
      QuoteEndedSchema,
      QuoteRemindedSchema,
    ],
  },
  voucher: {
    name: 'nqi.intake.voucher.v1',
    owner: 'intake',
    partitions: 3,
    retentionMs: 30 * DAY_MS,
    key: 'voucher.voucher_id',
    events: [VoucherAdvancedSchema, VoucherRemindedSchema],
  },
  ticket: {
    name: 'nqi.routing.ticket.v1',
    owner: 'routing',
    partitions: 6,
    retentionMs: 30 * DAY_MS,
    key: 'ticket.ticket_id',
    events: [
      TicketRoutedSchema,
      TicketChoiceDueSchema,
      TicketInstitutionChosenSchema,
      TicketAcceptedSchema,
      TicketAssignedSchema,
      TicketTransferredSchema,
      TicketInstitutionReplacedSchema,
      TicketReturnedSchema,
      TicketPausedSchema,
      TicketResumedSchema,
      TicketPromiseChangedSchema,
      TicketRungReachedSchema,
      TicketStartedSchema,
      TicketSlaAtRiskSchema,
      TicketSlaBreachedSchema,
      TicketResolvedSchema,
      TicketCancelledSchema,
      TicketUrgedSchema,
      TicketSplitSchema,
    ],
  },
  network: {
    name: 'nqi.routing.network.v1',
    owner: 'routing',
    partitions: 3,
    retentionMs: -1,
    key: 'code',
    events: [NetworkChangedSchema, QualificationExpiringSchema],
  },
  referral: {
    name: 'nqi.routing.referral.v1',
    owner: 'routing',
    partitions: 3,
    retentionMs: 30 * DAY_MS,
    key: 'referral.referral_id',
    events: [
      ReferralOfferedSchema,
      ReferralAcceptedSchema,
      ReferralDeclinedSchema,
      ReferralDispatchedSchema,
      ReferralReceivedSchema,
      ReferralReturnedSchema,
      ReferralClosedSchema,
      ReferralCancelledSchema,
      ReferralOverdueSchema,
    ],
  },
  resource: {
    name: 'nqi.routing.resource.v1',
    owner: 'routing',
    partitions: 3,
    retentionMs: 30 * DAY_MS,
    key: 'resource.resource_id',
    events: [
      BookingRequestedSchema,
      BookingConfirmedSchema,
      BookingCheckedInSchema,
      BookingCompletedSchema,
      BookingCancelledSchema,
      BookingLapsedSchema,
      BookingNoShowSchema,
      BookingUnusableSchema,
      ResourceCalibrationEndedSchema,
    ],
  },
  metrologyJob: jobTopic('metrology'),
  standardsJob: jobTopic('standards'),
  testingJob: jobTopic('testing'),
  certificationJob: jobTopic('certification'),
} as const satisfies Record<string, Topic>;

export type TopicId = keyof typeof TOPICS;

/** The four job topics; whoever follows jobs follows all of them with one handler. */
export const JOB_TOPICS = [
  TOPICS.metrologyJob,
  TOPICS.standardsJob,
  TOPICS.testingJob,
  TOPICS.certificationJob,
] as const;

const JOB_TOPIC_IDS = ['metrologyJob', 'standardsJob', 'testingJob', 'certificationJob'] as const;

/** Who listens to what. A service that handles another set than its line here refuses to start. */
export const SUBSCRIPTIONS: Readonly<Record<ServiceName, readonly TopicId[]>> = {
  identity: ['network', 'person'],
  intake: ['organization', 'ticket', 'network', 'person', ...JOB_TOPIC_IDS],
  routing: ['request', 'person', ...JOB_TOPIC_IDS],
  metrology: ['ticket', 'network', 'person'],
  standards: ['ticket', 'network', 'person'],
  testing: ['ticket', 'network', 'person'],
  certification: ['ticket', 'network', 'person'],
  insight: ['request', 'ticket', 'network'],
  notification: ['request', 'voucher', 'ticket', 'referral', 'resource', 'network', 'person', ...JOB_TOPIC_IDS],
};

/** Who is asked about a person, and answers. */
export const PERSON_SERVICES = SERVICE_NAMES.filter((service) => SUBSCRIPTIONS[service].includes('person'));

/** Consumer group of a service; every replica of the service joins it. */
export const consumerGroup = (service: ServiceName): string => `nqi-${service}`;

/** Topic where a group lays down what it could not handle of another topic. */
export const deadLetterTopic = (topic: string, group: string): string => `${topic}.${group}.dlq`;

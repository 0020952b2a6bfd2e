import {
  DeliverableIssuedSchema,
  JOB_TOPICS,
  JobAdvancedSchema,
  JobCancelledSchema,
  JobCompletedSchema,
  JobOpenedSchema,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { TechnicalDomain } from '@nqi/kernel';
import type { Deliverable } from '../deliverables/deliverable.js';
import type { JobEvent } from './job.js';
import type { JobFacts } from './procedure.js';

/**
 * The contract's words for what happened to a job: `issued` are the deliverables of these events with the numbers they
 * were given, `numbers` those of all the job ever issued.
 */
export function jobMessages(
  domain: TechnicalDomain,
  facts: JobFacts,
  events: readonly JobEvent<string>[],
  issued: readonly Deliverable[],
  numbers: readonly string[],
): EventMessage[] {
  const topic = topicOf(domain);
  const job = {
    jobId: facts.id,
    jobNo: facts.jobNo,
    domain,
    ticketId: facts.ticketId,
    requestId: facts.requestId,
    itemId: facts.itemId,
    serviceCode: facts.serviceCode,
    enterpriseUscc: facts.enterpriseUscc,
    nodeCode: facts.nodeCode,
    institutionId: facts.institutionId,
  };
  const waiting = [...issued];
  return events.map((event) => {
    switch (event.type) {
      case 'JobOpened':
        return eventMessage(topic, facts.id, JobOpenedSchema, { job, openedAt: toTimestamp(event.at) });
      case 'JobAdvanced': {
        const { from, to, at } = event.step;
        const advancedAt = toTimestamp(at);
        return eventMessage(topic, facts.id, JobAdvancedSchema, { job, fromStatus: from, toStatus: to, advancedAt });
      }
      case 'DeliverableIssued':
        return eventMessage(topic, facts.id, DeliverableIssuedSchema, { job, ...issuedFields(waiting.shift()) });
      case 'JobCompleted':
        return eventMessage(topic, facts.id, JobCompletedSchema, {
          job,
          deliverableNumbers: [...numbers],
          completedAt: toTimestamp(event.at),
        });
      case 'JobCancelled':
        return eventMessage(topic, facts.id, JobCancelledSchema, {
          job,
          reason: event.reason,
          cancelledAt: toTimestamp(event.at),
        });
    }
  });
}

function topicOf(domain: TechnicalDomain): (typeof JOB_TOPICS)[number] {
  const topic = JOB_TOPICS.find(({ owner }) => owner === domain);
  if (!topic) throw new Error(`no job topic of ${domain}`);
  return topic;
}

function issuedFields(deliverable: Deliverable | undefined) {
  if (!deliverable) throw new Error('a deliverable was issued without a number');
  return {
    deliverableId: deliverable.id,
    number: deliverable.number,
    kind: deliverable.kind,
    titleZh: deliverable.title.zh,
    titleEn: deliverable.title.en,
    conclusion: deliverable.conclusion,
    issuedAt: toTimestamp(deliverable.issuedAt),
    validUntil: deliverable.validUntil ?? '',
    sha256: deliverable.sha256,
  };
}

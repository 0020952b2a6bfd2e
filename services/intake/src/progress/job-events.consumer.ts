import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  DeliverableIssuedSchema,
  JobAdvancedSchema,
  JobOpenedSchema,
  fromTimestamp,
  type DeliverableIssued,
  type JobAdvanced,
  type JobOpened,
  type JobRef,
} from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { FollowJobHandler } from './follow-job.handler.js';

/** Steps and deliverables of the domains' jobs, in whatever order they arrive beside the tickets' own events. */
@Controller()
export class JobEventsConsumer {
  constructor(private readonly followJob: FollowJobHandler) {}

  @OnEvent(JobOpenedSchema)
  onOpened(@Payload() event: JobOpened): Promise<void> {
    const { itemId, jobNo } = jobOf(event);
    return this.followJob.step({ kind: 'job-opened', at: fromTimestamp(event.openedAt), itemId, detail: { jobNo } });
  }

  @OnEvent(JobAdvancedSchema)
  onAdvanced(@Payload() event: JobAdvanced): Promise<void> {
    const detail = { fromStatus: event.fromStatus, toStatus: event.toStatus };
    const at = fromTimestamp(event.advancedAt);
    return this.followJob.step({ kind: 'job-advanced', at, itemId: jobOf(event).itemId, detail });
  }

  @OnEvent(DeliverableIssuedSchema)
  onIssued(@Payload() event: DeliverableIssued): Promise<void> {
    const { itemId, domain } = jobOf(event);
    return this.followJob.deliverable({
      id: event.deliverableId,
      itemId,
      domain,
      number: event.number,
      kind: event.kind,
      title: { zh: event.titleZh, en: event.titleEn },
      conclusion: event.conclusion,
      issuedAt: fromTimestamp(event.issuedAt),
      validUntil: event.validUntil || undefined,
    });
  }
}

function jobOf({ job }: { job?: JobRef }): JobRef {
  if (!job) throw new Error('the event misses the job that its contract promises');
  return job;
}

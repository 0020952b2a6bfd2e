import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  JobAdvancedSchema,
  JobCompletedSchema,
  JobOpenedSchema,
  fromTimestamp,
  type JobAdvanced,
  type JobCompleted,
  type JobOpened,
  type JobRef,
} from '@nqi/contracts';
import { DomainError, isUuid } from '@nqi/kernel';
import { OnEvent } from '@nqi/messaging';
import { FollowJobHandler } from './follow-job.handler.js';

/** What happens to jobs in the four domains. A cancelled job is no news: it ended because its ticket had. */
@Controller()
export class JobEventsConsumer {
  constructor(private readonly followJob: FollowJobHandler) {}

  @OnEvent(JobOpenedSchema)
  onJobOpened(@Payload() event: JobOpened): Promise<void> {
    const { ticketId, jobId } = jobOf(event);
    return this.followJob.opened(ticketId, jobId, fromTimestamp(event.openedAt));
  }

  @OnEvent(JobAdvancedSchema)
  onJobAdvanced(@Payload() event: JobAdvanced): Promise<void> {
    return this.followJob.advanced(jobOf(event).ticketId, fromTimestamp(event.advancedAt));
  }

  @OnEvent(JobCompletedSchema)
  onJobCompleted(@Payload() event: JobCompleted): Promise<void> {
    const { ticketId } = jobOf(event);
    return this.followJob.completed(ticketId, event.deliverableNumbers, fromTimestamp(event.completedAt));
  }
}

function jobOf({ job }: { readonly job?: JobRef | undefined }): JobRef {
  if (job && isUuid(job.ticketId) && isUuid(job.jobId)) return job;
  throw new DomainError('EVENT.BROKEN_CONTRACT', 'invalid', 'field job breaks the contract', { field: 'job' });
}

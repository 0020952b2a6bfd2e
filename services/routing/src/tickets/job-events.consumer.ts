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
import { type TicketJob } from './ticket.js';

/** What happens to jobs in the four domains. A cancelled job is no news: it ended with its ticket or was replaced. */
@Controller()
export class JobEventsConsumer {
  constructor(private readonly followJob: FollowJobHandler) {}

  @OnEvent(JobOpenedSchema)
  onJobOpened(@Payload() event: JobOpened): Promise<void> {
    const { ticketId, ...job } = jobOf(event);
    return this.followJob.opened(ticketId, job, fromTimestamp(event.openedAt));
  }

  @OnEvent(JobAdvancedSchema)
  onJobAdvanced(@Payload() event: JobAdvanced): Promise<void> {
    const { ticketId, ...job } = jobOf(event);
    return this.followJob.advanced(ticketId, job, fromTimestamp(event.advancedAt));
  }

  @OnEvent(JobCompletedSchema)
  onJobCompleted(@Payload() event: JobCompleted): Promise<void> {
    const { ticketId, ...job } = jobOf(event);
    return this.followJob.completed(ticketId, job, event.deliverableNumbers, fromTimestamp(event.completedAt));
  }
}

function jobOf({ job }: { readonly job?: JobRef | undefined }): TicketJob & { readonly ticketId: string } {
  if (job && isUuid(job.ticketId) && isUuid(job.jobId)) {
    return { ticketId: job.ticketId, id: job.jobId, institutionId: job.institutionId };
  }
  throw new DomainError('EVENT.BROKEN_CONTRACT', 'invalid', 'field job breaks the contract', { field: 'job' });
}

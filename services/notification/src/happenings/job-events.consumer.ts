import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  DeliverableIssuedSchema,
  JobAdvancedSchema,
  JobCancelledSchema,
  JobCompletedSchema,
  JobOpenedSchema,
  type DeliverableIssued,
  type JobCompleted,
  type JobRef,
} from '@nqi/contracts';
import type { LocalizedText } from '@nqi/kernel';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf, promised } from './envelope.js';
import type { Happening } from './happening.js';
import { officePath } from './office-path.js';

@Controller()
export class JobEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(DeliverableIssuedSchema)
  issued(@Payload() event: DeliverableIssued, @Ctx() context: EventContext): Promise<void> {
    const { job, number, titleZh, titleEn } = event;
    const title = { zh: titleZh, en: titleEn || titleZh };
    return this.announce.execute(of(job, context, { number, title, conclusion: conclusion(event.conclusion) }));
  }

  @OnEvent(JobCompletedSchema)
  completed(@Payload() { job, deliverableNumbers }: JobCompleted, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(
      of(job, context, { numbers: { zh: deliverableNumbers.join('、'), en: deliverableNumbers.join(', ') } }),
    );
  }

  @OnEvent(JobOpenedSchema, JobAdvancedSchema, JobCancelledSchema)
  moved(@Payload() { job }: { job?: JobRef }, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(job, context));
  }
}

function of(ref: JobRef | undefined, { event }: EventContext, facts: Happening['facts'] = {}): Happening {
  const job = promised(ref, 'job');
  return {
    ...envelopeOf(event),
    parties: {
      enterprise: job.enterpriseUscc,
      office: officePath(job.nodeCode),
      institution: job.institutionId || undefined,
    },
    subjects: { request: job.requestId, ticket: job.ticketId, job: job.jobId },
    domain: job.domain,
    facts: { jobNo: job.jobNo, ...facts },
  };
}

const conclusion = (text: string): LocalizedText =>
  text ? { zh: `结论：${text}。`, en: `Conclusion: ${text}. ` } : { zh: '', en: '' };

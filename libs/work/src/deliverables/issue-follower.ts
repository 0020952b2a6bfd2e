import { Injectable } from '@nestjs/common';
import type { JobState } from '../jobs/job.js';
import type { Deliverable } from './deliverable.js';

/**
 * What a domain does with its own tables when a job issues deliverables: it runs in the transaction that issues them
 * and fails with it. Deliverables come in the order in which the step handed them over.
 */
export abstract class IssueFollower<D = unknown> {
  abstract issued(job: JobState<string, D>, deliverables: readonly Deliverable[]): Promise<void>;
}

/** A domain that keeps nothing beside jobs and deliverables. */
@Injectable()
export class NoIssueFollower extends IssueFollower {
  async issued(): Promise<void> {}
}

import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { Access } from '@nqi/platform';
import type { Deliverable } from '../deliverables/deliverable.js';
import { DELIVERABLE_COLUMNS, toDeliverable, type DeliverableRow } from '../deliverables/deliverable.rows.js';
import { unknownJob } from './job.errors.js';
import { toJobState, type JobRow, type JobStepRow } from './job.rows.js';
import type { JobState, JobStep } from './job.js';

export interface JobWithHistory {
  readonly state: JobState<string, unknown>;
  readonly history: readonly JobStep<string>[];
  readonly deliverables: readonly Deliverable[];
}

const JOB = `SELECT * FROM job WHERE id = $1`;
const STEPS = `SELECT * FROM job_step WHERE job_id = $1 ORDER BY version`;
const DELIVERABLES = `SELECT ${DELIVERABLE_COLUMNS} FROM deliverable WHERE job_id = $1 ORDER BY issued_at, number`;

/** One job with its history and what it issued. Throws `not_found` out of reach. */
@Injectable()
export class ReadJobQuery {
  constructor(private readonly database: Database) {}

  async execute(id: string, access: Access): Promise<JobWithHistory> {
    const [row] = await this.database.query<JobRow>(JOB, [id]);
    const state = row && toJobState(row);
    if (!state || !access.covers(state)) throw unknownJob();
    const [steps, deliverables] = await Promise.all([
      this.database.query<JobStepRow>(STEPS, [id]),
      this.database.query<DeliverableRow>(DELIVERABLES, [id]),
    ]);
    const history = steps.map(({ at, actor, action, from_status: from, to_status: to }) => ({
      at,
      actor,
      action,
      from,
      to,
    }));
    return { state, history, deliverables: deliverables.map(toDeliverable) };
  }
}

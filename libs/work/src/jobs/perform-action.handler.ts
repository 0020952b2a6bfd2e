import { Inject, Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { assertVersion, Access, type Permission, type Principal } from '@nqi/platform';
import { PROCEDURE } from '../procedure-token.js';
import { ActionBodies } from './action-bodies.js';
import type { Job } from './job.js';
import { unknownJob } from './job.errors.js';
import { JobRepository } from './job.repository.js';
import type { JobAction, Procedure } from './procedure.js';

export interface PerformAction {
  readonly jobId: string;
  readonly action: string;
  readonly body: unknown;
  readonly caller: Principal;
  readonly expectedVersion: number | undefined;
}

const PERMISSIONS: Record<JobAction<string, unknown>['role'], Permission> = {
  technician: 'job.work',
  reviewer: 'job.review',
  approver: 'job.approve',
  client: 'job.client',
};

/** Carries out one action of a domain's procedure on behalf of a person whose duty it is. */
@Injectable()
export class PerformActionHandler {
  constructor(
    private readonly jobs: JobRepository,
    private readonly bodies: ActionBodies,
    private readonly clock: Clock,
    @Inject(PROCEDURE) private readonly procedure: Procedure<string, unknown>,
  ) {}

  /** Returns the job as it stands after. Throws `not_found` for jobs out of the caller's reach. */
  async execute({ jobId, action: name, body, caller, expectedVersion }: PerformAction): Promise<Job<string, unknown>> {
    const action = this.procedure.actions.find((candidate) => candidate.name === name);
    if (!action) {
      throw new DomainError(
        'JOB.UNKNOWN_ACTION',
        'not_found',
        { zh: '没有此操作', en: 'No such action' },
        { action: name },
      );
    }
    const access = this.accessTo(action, caller);
    return this.jobs.update(jobId, (job, version) => {
      if (!access.covers(job.snapshot)) throw unknownJob();
      assertVersion(expectedVersion, version);
      if (job.actions.includes(action)) this.bodies.check(action.schema(job.snapshot), body);
      job.perform(name, body, { username: caller.username, name: caller.displayName }, this.clock.now());
    });
  }

  private accessTo(action: JobAction<string, unknown>, caller: Principal): Access {
    const permission = PERMISSIONS[action.role];
    const access = Access.of(caller, permission);
    if (access) return access;
    throw new DomainError(
      'ACCESS.NOT_PERMITTED',
      'forbidden',
      { zh: '您的角色无权进行此操作', en: 'Your role does not permit this' },
      { permission },
    );
  }
}

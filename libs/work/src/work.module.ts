import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PersonalDataModule } from '@nqi/platform';
import { DeliverableIssuer } from './deliverables/deliverable-issuer.js';
import { PublicDeliverablesController, deliverablesController } from './deliverables/deliverables.controller.js';
import { DeliverablesQuery } from './deliverables/deliverables.query.js';
import { IssueFollower, NoIssueFollower } from './deliverables/issue-follower.js';
import { ActionBodies } from './jobs/action-bodies.js';
import { FollowTicketHandler } from './jobs/follow-ticket.handler.js';
import { PgJobRepository } from './jobs/job.pg-repository.js';
import { JobRepository } from './jobs/job.repository.js';
import { jobsController } from './jobs/jobs.controller.js';
import { ListJobsQuery } from './jobs/list-jobs.query.js';
import { OpenJobHandler } from './jobs/open-job.handler.js';
import { PerformActionHandler } from './jobs/perform-action.handler.js';
import type { Procedure } from './jobs/procedure.js';
import { ReadJobQuery } from './jobs/read-job.query.js';
import { TicketEventsConsumer } from './jobs/ticket-events.consumer.js';
import { WORK_PERSONAL_DATA } from './personal-data-places.js';
import { PROCEDURE } from './procedure-token.js';

/** What a domain may add to the shared machinery. */
export interface WorkExtensions {
  readonly follower?: Type<IssueFollower>;
}

/** Everything a domain service shares with the other three; the procedure is what makes it that domain. */
@Module({})
export class WorkModule {
  static register<S extends string, D>(procedure: Procedure<S, D>, { follower }: WorkExtensions = {}): DynamicModule {
    return {
      module: WorkModule,
      imports: [PersonalDataModule.keptIn(WORK_PERSONAL_DATA)],
      controllers: [
        TicketEventsConsumer,
        jobsController(procedure.domain),
        deliverablesController(procedure.domain),
        PublicDeliverablesController,
      ],
      providers: [
        { provide: PROCEDURE, useValue: procedure },
        { provide: JobRepository, useClass: PgJobRepository },
        { provide: IssueFollower, useClass: follower ?? NoIssueFollower },
        DeliverableIssuer,
        DeliverablesQuery,
        ActionBodies,
        OpenJobHandler,
        FollowTicketHandler,
        PerformActionHandler,
        ListJobsQuery,
        ReadJobQuery,
      ],
      exports: [JobRepository, DeliverablesQuery],
    };
  }
}

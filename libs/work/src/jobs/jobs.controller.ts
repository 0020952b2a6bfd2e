import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type Type,
} from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { TechnicalDomain } from '@nqi/kernel';
import {
  Allow,
  BooleanField,
  Caller,
  CallerAccess,
  IdField,
  IfMatch,
  PageQuery,
  TextField,
  etagOf,
  type Access,
  type Page,
  type Principal,
} from '@nqi/platform';
import type { FastifyReply } from 'fastify';
import { PROCEDURE } from '../procedure-token.js';
import { jobBrief, jobView, type JobBrief, type JobViewBody } from './job.view.js';
import { ListJobsQuery } from './list-jobs.query.js';
import { PerformActionHandler } from './perform-action.handler.js';
import type { Procedure } from './procedure.js';
import { ReadJobQuery } from './read-job.query.js';

class JobQuery extends PageQuery {
  @TextField({ max: 60, optional: true })
  status?: string;

  @BooleanField({ optional: true, description: 'true: still worked on; false: ended' })
  open?: boolean;

  @IdField({ optional: true })
  ticketId?: string;

  @IdField({ optional: true })
  requestId?: string;
}

/** The jobs of one domain under `/api/v1/<domain>/jobs`. */
export function jobsController(domain: TechnicalDomain): Type {
  @ApiTags(domain)
  @Controller(`api/v1/${domain}/jobs`)
  class JobsController {
    constructor(
      private readonly listJobs: ListJobsQuery,
      private readonly readJob: ReadJobQuery,
      private readonly performAction: PerformActionHandler,
      @Inject(PROCEDURE) private readonly procedure: Procedure<string, unknown>,
    ) {}

    @Get()
    @Allow('job.read')
    async list(@Query() query: JobQuery, @CallerAccess() access: Access): Promise<Page<JobBrief>> {
      const page = await this.listJobs.execute(query, access);
      return { ...page, items: page.items.map((state) => jobBrief(domain, state)) };
    }

    @Get(':id')
    @Allow('job.read')
    async read(
      @Param('id', ParseUUIDPipe) id: string,
      @CallerAccess() access: Access,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<JobViewBody> {
      const job = await this.readJob.execute(id, access);
      void reply.header('etag', etagOf(job.state.version));
      return jobView(this.procedure, job);
    }

    /** Which actions exist now, and their bodies' schemas, stands in the job's `actions`. */
    @Post(':id/:action')
    @HttpCode(200)
    @ApiBody({ schema: { type: 'object' } })
    async perform(
      @Param('id', ParseUUIDPipe) jobId: string,
      @Param('action') action: string,
      @Body() body: unknown,
      @Caller() caller: Principal,
      @IfMatch() expectedVersion: number | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<JobBrief> {
      const job = await this.performAction.execute({ jobId, action, body: body ?? {}, caller, expectedVersion });
      void reply.header('etag', etagOf(job.snapshot.version));
      return jobBrief(domain, job.snapshot);
    }
  }
  return JobsController;
}

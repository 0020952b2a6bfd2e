import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeDemandHandler } from './change-demand.handler.js';
import { ConfirmDemandHandler } from './confirm-demand.handler.js';
import { DemandPageView, DemandView } from './demand.views.js';
import { ConfirmBody, DemandBody, DemandReasonBody, DemandsQuery, ProposalBody, statusesOf } from './demands.dto.js';
import { FileDemandHandler } from './file-demand.handler.js';
import { ReadDemandsQuery } from './read-demands.query.js';

/** Needs in words (综合需求): the hub turns them into services, the enterprise confirms. `id` is the request's. */
@ApiTags('demands')
@Controller('api/v1/demands')
export class DemandsController {
  constructor(
    private readonly fileDemand: FileDemandHandler,
    private readonly changes: ChangeDemandHandler,
    private readonly confirmDemand: ConfirmDemandHandler,
    private readonly demands: ReadDemandsQuery,
  ) {}

  @Post()
  @Allow('demand.file')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: DemandView })
  async file(
    @Body() demand: DemandBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    const id = await this.fileDemand.execute({ demand, caller: access.principal, idempotencyKey });
    return this.answer(id, access, reply);
  }

  @Get()
  @Allow('demand.read')
  @ApiOkResponse({ type: DemandPageView })
  list(@Query() query: DemandsQuery, @CallerAccess() access: Access): Promise<DemandPageView> {
    const { limit, cursor } = query;
    return this.demands.list({ access, limit, cursor, statuses: statusesOf(query) });
  }

  @Get(':id')
  @Allow('demand.read')
  @ApiOkResponse({ type: DemandView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    return this.answer(id, access, reply);
  }

  @Post(':id/propose')
  @HttpCode(200)
  @Allow('triage.decide')
  @ApiOkResponse({ type: DemandView, description: 'Replaces a proposal that was not answered' })
  async propose(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() body: ProposalBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    await this.changes.propose({ requestId, access, expectedVersion }, body);
    return this.answer(requestId, access, reply);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('triage.decide')
  @ApiOkResponse({ type: DemandView })
  async close(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() { reason }: DemandReasonBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    await this.changes.close({ requestId, access, expectedVersion }, reason);
    return this.answer(requestId, access, reply);
  }

  /** All or some of what was proposed; the forms are checked like those of a filing. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('demand.answer')
  @ApiOkResponse({ type: DemandView })
  async confirm(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() { items }: ConfirmBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    await this.confirmDemand.execute({ requestId, access, expectedVersion }, items);
    return this.answer(requestId, access, reply);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Allow('demand.answer')
  @ApiOkResponse({ type: DemandView })
  async decline(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() { reason }: DemandReasonBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    await this.changes.decline({ requestId, access, expectedVersion }, reason);
    return this.answer(requestId, access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<DemandView> {
    const view = await this.demands.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

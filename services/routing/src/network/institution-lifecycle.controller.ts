import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ApplyInstitutionHandler } from './apply-institution.handler.js';
import {
  ApplicationBody,
  CheckBody,
  StandingBody,
  VerifyQualificationBody,
  applicationOf,
} from './institution-lifecycle.requests.js';
import { LifecycleView } from './institution-lifecycle.view.js';
import { ListInstitutionsQuery } from './list-institutions.query.js';
import { InstitutionView } from './network.view.js';
import { ReadHistoryQuery } from './read-history.query.js';
import { ReadLifecycleQuery } from './read-lifecycle.query.js';
import { StepInstitutionHandler } from './step-institution.handler.js';

/** How a body comes into the service system, and out of it (机构入网与退出). */
@ApiTags('network')
@Controller('api/v1/network/institutions')
export class InstitutionLifecycleController {
  constructor(
    private readonly applications: ApplyInstitutionHandler,
    private readonly steps: StepInstitutionHandler,
    private readonly lifecycle: ReadLifecycleQuery,
    private readonly list: ListInstitutionsQuery,
    private readonly history: ReadHistoryQuery,
  ) {}

  @Post()
  @Allow('institution.apply')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: InstitutionView, description: 'In stage APPLY; somebody else checks it' })
  async apply(
    @Body() body: ApplicationBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    const wish = { application: applicationOf(body), access, ...(idempotencyKey && { idempotencyKey }) };
    const { id } = await this.applications.apply(wish);
    return this.answer(id, access, reply);
  }

  @Put(':id/application')
  @Allow('institution.apply')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: InstitutionView, description: 'The whole application is said anew' })
  async resubmit(
    @Param('id') id: string,
    @Body() body: ApplicationBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    await this.applications.resubmit(id, expectedVersion, { application: applicationOf(body), access });
    return this.answer(id, access, reply);
  }

  @Get(':id/lifecycle')
  @Allow('institution-lifecycle.read')
  @ApiOkResponse({ type: LifecycleView })
  async life(
    @Param('id') id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LifecycleView> {
    const view = await this.lifecycle.of(id, access);
    void reply.header('etag', etagOf(await this.history.versionOf('INSTITUTION', id)));
    return view;
  }

  @Post(':id/checks')
  @HttpCode(200)
  @Allow('institution.check')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: InstitutionView, description: 'Refused to whoever applied' })
  check(
    @Param('id') id: string,
    @Body() body: CheckBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    return this.step(id, body, access, expectedVersion, reply);
  }

  @Post(':id/standing')
  @HttpCode(200)
  @Allow('network.edit')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: InstitutionView })
  stand(
    @Param('id') id: string,
    @Body() body: StandingBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    return this.step(id, body, access, expectedVersion, reply);
  }

  @Post(':id/qualifications/verify')
  @HttpCode(200)
  @Allow('institution.check')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: InstitutionView, description: 'Refused to whoever applied; a change of its facts undoes it' })
  async verify(
    @Param('id') id: string,
    @Body() { kind, number, source }: VerifyQualificationBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    await this.steps.verify({ id, kind, number, source, access, expectedVersion });
    return this.answer(id, access, reply);
  }

  private async step(
    id: string,
    { step, reason, evidence }: CheckBody | StandingBody,
    access: Access,
    expectedVersion: number | undefined,
    reply: FastifyReply,
  ): Promise<InstitutionView> {
    const told = { ...(reason && { reason }), ...(evidence && { evidence }) };
    await this.steps.execute({ id, step, access, expectedVersion, ...told });
    return this.answer(id, access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<InstitutionView> {
    void reply.header('etag', etagOf(await this.history.versionOf('INSTITUTION', id)));
    return this.list.one(id, access);
  }
}

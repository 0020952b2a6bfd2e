import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { EditInstitutionsHandler } from './edit-institutions.handler.js';
import { withScope } from './institution-edit.js';
import { ReadHistoryQuery } from './read-history.query.js';
import { ReadScopeQuery } from './read-scope.query.js';
import { ScopeBody, rowsOf } from './scope-editing.requests.js';
import { ScopeView } from './scope.view.js';

/** What exactly a body may measure, test or certify within a service (能力范围表). */
@ApiTags('network')
@Controller('api/v1/network/institutions/:id/capabilities/:serviceCode/scope')
export class ScopeEditingController {
  constructor(
    private readonly institutions: EditInstitutionsHandler,
    private readonly readScope: ReadScopeQuery,
    private readonly history: ReadHistoryQuery,
  ) {}

  @Get()
  @Allow('network.read')
  @ApiOkResponse({ type: ScopeView })
  read(
    @Param('id') id: string,
    @Param('serviceCode') serviceCode: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScopeView> {
    return this.answer(id, serviceCode, access, reply);
  }

  @Put()
  @Allow('network.edit')
  @ApiOkResponse({ type: ScopeView, description: 'The whole scope is said anew; the version is the institution’s' })
  async set(
    @Param('id') id: string,
    @Param('serviceCode') serviceCode: string,
    @Body() body: ScopeBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScopeView> {
    const command = { id, access, action: 'scope set', expectedVersion };
    await this.institutions.edit(command, (old) => withScope(old, serviceCode, rowsOf(body)));
    return this.answer(id, serviceCode, access, reply);
  }

  private async answer(id: string, serviceCode: string, access: Access, reply: FastifyReply): Promise<ScopeView> {
    const scope = await this.readScope.execute(id, serviceCode, access);
    void reply.header('etag', etagOf(await this.history.versionOf('INSTITUTION', id)));
    return scope;
  }
}

import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { withDesignations } from './designation.js';
import { DesignationsBody, designationsOf } from './designations.requests.js';
import { EditInstitutionsHandler } from './edit-institutions.handler.js';
import { ListInstitutionsQuery } from './list-institutions.query.js';
import { InstitutionView } from './network.view.js';
import { ReadHistoryQuery } from './read-history.query.js';

/** Which acts of the authority designate a body for mandatory verification, and where (法定指定). */
@ApiTags('network')
@Allow('network.edit')
@Controller('api/v1/network/institutions/:id/designations')
export class DesignationsController {
  constructor(
    private readonly institutions: EditInstitutionsHandler,
    private readonly list: ListInstitutionsQuery,
    private readonly history: ReadHistoryQuery,
  ) {}

  @Put()
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: InstitutionView, description: 'All its designations are said anew' })
  async set(
    @Param('id') id: string,
    @Body() body: DesignationsBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    const { reason } = body;
    const command = {
      id,
      access,
      action: 'designations set',
      expectedVersion,
      ...(reason !== undefined && { reason }),
    };
    await this.institutions.edit(command, (old) => withDesignations(old, designationsOf(body)));
    void reply.header('etag', etagOf(await this.history.versionOf('INSTITUTION', id)));
    return this.list.one(id, access);
  }
}

import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, PageQuery, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { EditInstitutionsHandler, type EditInstitution } from './edit-institutions.handler.js';
import { withCapability, withQualification, withQualificationEdit } from './institution-edit.js';
import {
  AddQualificationBody,
  CapabilityBody,
  EditInstitutionBody,
  EditQualificationBody,
  factsOf,
} from './institution-editing.requests.js';
import { type Institution } from './institution.js';
import { ListInstitutionsQuery } from './list-institutions.query.js';
import { MemberHistoryView } from './network-history.view.js';
import { InstitutionView } from './network.view.js';
import { patched } from './patch.js';
import { ReadHistoryQuery } from './read-history.query.js';

const CLEARABLE = [
  'homeNodeCode',
  'coverageNodeCode',
  'riskClass',
  'riskClassSource',
  'riskClassDate',
  'serviceGrade',
  'capacity',
] as const;

/** Institutions, their qualifications and capability scopes, kept by administrators. */
@ApiTags('network')
@Allow('network.edit')
@Controller('api/v1/network/institutions')
export class InstitutionEditingController {
  constructor(
    private readonly institutions: EditInstitutionsHandler,
    private readonly list: ListInstitutionsQuery,
    private readonly history: ReadHistoryQuery,
  ) {}

  @Get(':id')
  @Allow('network.read')
  @ApiOkResponse({ type: InstitutionView })
  one(
    @Param('id') id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    return this.answer(id, access, reply);
  }

  @Get(':id/history')
  @Allow('network-history.read')
  @ApiOkResponse({ type: MemberHistoryView })
  async changes(
    @Param('id') id: string,
    @Query() page: PageQuery,
    @CallerAccess() access: Access,
  ): Promise<MemberHistoryView> {
    await this.list.one(id, access);
    return this.history.of('INSTITUTION', id, page);
  }

  @Patch(':id')
  @ApiOkResponse({ type: InstitutionView })
  edit(
    @Param('id') id: string,
    @Body() { reason, relatedUsccs, ...body }: EditInstitutionBody,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    return this.change(commandOf(id, access, 'edit', expected, reason), reply, (old) => {
      const { relatedUsccs: wasRelated, ...rest } = old;
      const related = relatedUsccs ?? wasRelated ?? [];
      return { ...patched(rest, body, CLEARABLE), ...(related.length > 0 && { relatedUsccs: related }) };
    });
  }

  @Post(':id/qualifications')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: InstitutionView, description: 'A second one of that kind and number is refused' })
  addQualification(
    @Param('id') id: string,
    @Body() body: AddQualificationBody,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    const command = commandOf(id, access, 'qualification add', expected);
    const wish = idempotencyKey === undefined ? {} : { idempotencyKey, body };
    return this.change({ ...command, ...wish }, reply, (old) => withQualification(old, factsOf(body)));
  }

  @Patch(':id/qualifications')
  @ApiOkResponse({ type: InstitutionView })
  editQualification(
    @Param('id') id: string,
    @Body() { kind, number, move, reason, ...body }: EditQualificationBody,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    const command = commandOf(id, access, `qualification ${move ?? 'edit'}`, expected, reason);
    return this.change(command, reply, (old) => withQualificationEdit(old, { kind, number }, body, move));
  }

  @Put(':id/capabilities/:serviceCode')
  @ApiOkResponse({ type: InstitutionView })
  setCapability(
    @Param('id') id: string,
    @Param('serviceCode') serviceCode: string,
    @Body() { domain, categories }: CapabilityBody,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    const row = { domain, serviceCode, categories };
    const command = commandOf(id, access, 'capability set', expected);
    return this.change(command, reply, (old) => withCapability(old, serviceCode, row));
  }

  @Delete(':id/capabilities/:serviceCode')
  @ApiOkResponse({ type: InstitutionView })
  dropCapability(
    @Param('id') id: string,
    @Param('serviceCode') serviceCode: string,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionView> {
    const command = commandOf(id, access, 'capability drop', expected);
    return this.change(command, reply, (old) => withCapability(old, serviceCode));
  }

  private async change(command: EditInstitution, reply: FastifyReply, change: (old: Institution) => Institution) {
    await this.institutions.edit(command, change);
    return this.answer(command.id, command.access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<InstitutionView> {
    void reply.header('etag', etagOf(await this.history.versionOf('INSTITUTION', id)));
    return this.list.one(id, access);
  }
}

function commandOf(
  id: string,
  access: Access,
  action: string,
  expectedVersion?: number,
  reason?: string,
): EditInstitution {
  return {
    id,
    access,
    action,
    expectedVersion,
    ...(reason !== undefined && { reason }),
  };
}

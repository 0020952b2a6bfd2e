import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  CallerAccess,
  Idempotency,
  IdempotencyKey,
  IfMatch,
  PageQuery,
  etagOf,
  type Access,
} from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ProgrammesHandler } from './programmes.handler.js';
import { ReadVouchersQuery } from './read-vouchers.query.js';
import { ProgrammePageView, ProgrammeView, VoucherView } from './voucher.views.js';
import { AmendmentBody, GrantBody, ProgrammeBody } from './vouchers.dto.js';

/** Budgets out of which vouchers (创新券、质量券) are granted. */
@ApiTags('vouchers')
@Controller('api/v1/voucher-programmes')
export class ProgrammesController {
  constructor(
    private readonly programmes: ProgrammesHandler,
    private readonly reads: ReadVouchersQuery,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  @Allow('voucher-programme.read')
  @ApiOkResponse({ type: ProgrammePageView })
  list(@Query() { limit, cursor }: PageQuery): Promise<ProgrammePageView> {
    return this.reads.programmesPage(limit, cursor);
  }

  @Get(':id')
  @Allow('voucher-programme.read')
  @ApiOkResponse({ type: ProgrammeView })
  one(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProgrammeView> {
    return this.answer(id, reply);
  }

  @Post()
  @Allow('voucher-programme.keep')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ProgrammeView })
  create(
    @Body() body: ProgrammeBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeView> {
    return this.idempotency.once(`${access.principal.organizationId}/voucher-programme`, key, body, async () => {
      const { nameZh, nameEn, domains = [], serviceCodes = [], ...terms } = body;
      const name = { zh: nameZh, en: nameEn };
      return this.answer(await this.programmes.create({ ...terms, name, domains, serviceCodes }, access), reply);
    });
  }

  /** Name, budget and legal basis; what its vouchers pay for stays as it was promised. */
  @Patch(':id')
  @Allow('voucher-programme.keep')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: ProgrammeView })
  async amend(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() amendment: AmendmentBody,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeView> {
    await this.programmes.amend(id, amendment, expectedVersion);
    return this.answer(id, reply);
  }

  @Post(':id/vouchers')
  @Allow('voucher.grant')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: VoucherView })
  grant(
    @Param('id', ParseUUIDPipe) programmeId: string,
    @Body() body: GrantBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
  ): Promise<VoucherView> {
    const owner = `${access.principal.organizationId}/voucher/${programmeId}`;
    return this.idempotency.once(owner, key, body, async () => {
      return this.reads.one(await this.programmes.grant({ programmeId, ...body, access }), access);
    });
  }

  private async answer(id: string, reply: FastifyReply): Promise<ProgrammeView> {
    const view = await this.reads.programme(id);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

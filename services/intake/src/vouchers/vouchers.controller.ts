import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeVoucherHandler } from './change-voucher.handler.js';
import { ReadVouchersQuery } from './read-vouchers.query.js';
import { VoucherPageView, VoucherView } from './voucher.views.js';
import { ApplicationBody, LockBody, VoucherReasonBody, VouchersQuery } from './vouchers.dto.js';

/** Vouchers from grant to settlement; each change answers with the voucher as it then is. */
@ApiTags('vouchers')
@Controller('api/v1/vouchers')
export class VouchersController {
  constructor(
    private readonly changes: ChangeVoucherHandler,
    private readonly vouchers: ReadVouchersQuery,
  ) {}

  @Get()
  @Allow('voucher.read')
  @ApiOkResponse({ type: VoucherPageView })
  list(@Query() query: VouchersQuery, @CallerAccess() access: Access): Promise<VoucherPageView> {
    const { status, programmeId, itemId, limit, cursor } = query;
    const filter = { programmeId, itemId, ...(status && { statuses: [status] }) };
    return this.vouchers.list(filter, access, limit, cursor);
  }

  @Get(':id')
  @Allow('voucher.read')
  @ApiOkResponse({ type: VoucherView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherView> {
    return this.answer(id, access, reply);
  }

  /** Ties it to the order that an accepted quote is. */
  @Post(':id/lock')
  @HttpCode(200)
  @Allow('voucher.use')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: VoucherView })
  async lock(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { quoteId }: LockBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherView> {
    await this.changes.lock({ id, access, expectedVersion }, quoteId);
    return this.answer(id, access, reply);
  }

  /** Who performed the order asks for the money, by its invoice. */
  @Post(':id/apply')
  @HttpCode(200)
  @Allow('voucher.apply')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: VoucherView })
  async apply(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { invoiceNo }: ApplicationBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherView> {
    await this.changes.apply({ id, access, expectedVersion }, invoiceNo);
    return this.answer(id, access, reply);
  }

  /** The money goes out; never by who applied for it. */
  @Post(':id/settle')
  @HttpCode(200)
  @Allow('voucher.settle')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: VoucherView })
  async settle(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherView> {
    await this.changes.settle({ id, access, expectedVersion });
    return this.answer(id, access, reply);
  }

  /** It can be applied for again. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Allow('voucher.settle')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: VoucherView })
  async refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: VoucherReasonBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherView> {
    await this.changes.refuse({ id, note: reason, access, expectedVersion });
    return this.answer(id, access, reply);
  }

  /** Only what is tied to no order. */
  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('voucher.grant')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: VoucherView })
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: VoucherReasonBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherView> {
    await this.changes.revoke({ id, note: reason, access, expectedVersion });
    return this.answer(id, access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<VoucherView> {
    const view = await this.vouchers.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

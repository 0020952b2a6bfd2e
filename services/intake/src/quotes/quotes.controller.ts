import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, Idempotency, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeQuoteHandler } from './change-quote.handler.js';
import { OfferQuoteHandler } from './offer-quote.handler.js';
import { QuotePageView, QuoteView } from './quote.views.js';
import { OfferBody, QuotesQuery, ReasonBody } from './quotes.dto.js';
import { ReadQuotesQuery } from './read-quotes.query.js';

/** What is asked for serving an item (报价), and the enterprise's answer. */
@ApiTags('quotes')
@Controller('api/v1/quotes')
export class QuotesController {
  constructor(
    private readonly offerQuote: OfferQuoteHandler,
    private readonly changeQuote: ChangeQuoteHandler,
    private readonly quotes: ReadQuotesQuery,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  @Allow('quote.read')
  @ApiOkResponse({ type: QuotePageView })
  list(@Query() query: QuotesQuery, @CallerAccess() access: Access): Promise<QuotePageView> {
    const { requestId, itemId, status, limit, cursor } = query;
    return this.quotes.list({ requestId, itemId, ...(status && { statuses: [status] }) }, access, limit, cursor);
  }

  @Get(':id')
  @Allow('quote.read')
  @ApiOkResponse({ type: QuoteView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteView> {
    return this.answer(id, access, reply);
  }

  /** A quote that nobody answered yet is replaced by it. */
  @Post()
  @Allow('quote.offer')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: QuoteView })
  offer(
    @Body() body: OfferBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteView> {
    return this.idempotency.once(`${access.principal.organizationId}/quote`, key, body, async () => {
      const { itemId, ...terms } = body;
      return this.answer(await this.offerQuote.execute({ itemId, terms, access }), access, reply);
    });
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allow('quote.answer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: QuoteView })
  async accept(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteView> {
    await this.changeQuote.answer({ id, access, expectedVersion }, 'ACCEPTED');
    return this.answer(id, access, reply);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Allow('quote.answer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: QuoteView })
  async decline(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteView> {
    await this.changeQuote.answer({ id, reason, access, expectedVersion }, 'DECLINED');
    return this.answer(id, access, reply);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('quote.offer')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: QuoteView })
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteView> {
    await this.changeQuote.withdraw({ id, reason, access, expectedVersion });
    return this.answer(id, access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<QuoteView> {
    const view = await this.quotes.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

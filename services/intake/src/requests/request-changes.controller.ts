import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res, UseFilters } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, Idempotency, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { InvalidFieldsFilter } from '../faults/invalid-fields.filter.js';
import { CancelRequestHandler } from './cancel-request.handler.js';
import { CorrectItemHandler } from './correct-item.handler.js';
import { FindRequestQuery } from './find-request.query.js';
import { RateRequestHandler } from './rate-request.handler.js';
import { RequestView } from './request.views.js';
import { CancelBody, CorrectionBody, RatingBody } from './requests.dto.js';

/** What may still be done about a request that is filed; each answers with the request as it then is. */
@ApiTags('requests')
@ApiHeader({ name: 'If-Match', required: false })
@UseFilters(InvalidFieldsFilter)
@Controller('api/v1/requests/:id')
export class RequestChangesController {
  constructor(
    private readonly cancelRequest: CancelRequestHandler,
    private readonly correctItem: CorrectItemHandler,
    private readonly rateRequest: RateRequestHandler,
    private readonly findRequest: FindRequestQuery,
    private readonly idempotency: Idempotency,
  ) {}

  @Post('cancel')
  @HttpCode(200)
  @Allow('request.cancel')
  @ApiOkResponse({ type: RequestView })
  async cancel(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() { reason }: CancelBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestView> {
    await this.cancelRequest.execute({ requestId, reason, access, expectedVersion });
    return this.answer(requestId, access, reply);
  }

  @Post('items/:itemId/correction')
  @HttpCode(200)
  @Allow('request.correct')
  @ApiOkResponse({ type: RequestView })
  async correct(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() { form, materials }: CorrectionBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestView> {
    await this.correctItem.execute({ requestId, itemId, form, materials, access, expectedVersion });
    return this.answer(requestId, access, reply);
  }

  @Post('rating')
  @HttpCode(200)
  @Allow('request.rate')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: RequestView })
  async rate(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() { stars, reasons = [] }: RatingBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestView> {
    const owner = `${access.principal.organizationId}/rating/${requestId}`;
    return this.idempotency.once(owner, key, { stars, reasons }, async () => {
      await this.rateRequest.execute({ requestId, stars, reasons, access, expectedVersion });
      return this.answer(requestId, access, reply);
    });
  }

  private async answer(requestId: string, access: Access, reply: FastifyReply): Promise<RequestView> {
    const view = await this.findRequest.execute(requestId, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

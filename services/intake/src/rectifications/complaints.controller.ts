import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, Idempotency, IdempotencyKey, type Access } from '@nqi/platform';
import { OpenRectificationHandler } from './open-rectification.handler.js';
import { ReadRectificationsQuery } from './read-rectifications.query.js';
import { RectificationView } from './rectification.views.js';
import { ComplaintBody } from './rectifications.dto.js';

/** An enterprise says what is wrong with how its request was served, or with its result. */
@ApiTags('rectifications')
@Controller('api/v1/requests/:id/complaints')
export class ComplaintsController {
  constructor(
    private readonly openRectification: OpenRectificationHandler,
    private readonly rectifications: ReadRectificationsQuery,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @Allow('request.rate')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RectificationView })
  complain(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Body() { cause, text }: ComplaintBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
  ): Promise<RectificationView> {
    const owner = `${access.principal.organizationId}/complaint/${requestId}`;
    return this.idempotency.once(owner, key, { cause, text }, async () => {
      const id = await this.openRectification.complain({ requestId, cause, text, access });
      return this.rectifications.one(id, access);
    });
  }
}

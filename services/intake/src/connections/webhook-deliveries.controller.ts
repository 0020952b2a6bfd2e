import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, type Access } from '@nqi/platform';
import { WebhookDeliveries } from './webhook-deliveries.query.js';
import { DeliveriesQuery, DeliveryListView, DeliveryView } from './webhooks.dto.js';

/** The log of what an enterprise's own system was sent. */
@ApiTags('webhooks')
@Allow('webhook.manage')
@Controller('api/v1/webhooks/:id/deliveries')
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveries) {}

  @Get()
  @ApiOkResponse({ type: DeliveryListView })
  list(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DeliveriesQuery,
    @CallerAccess() access: Access,
  ): Promise<DeliveryListView> {
    return this.deliveries.list(id, query, access);
  }

  @Get(':deliveryId')
  @ApiOkResponse({ type: DeliveryView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deliveryId', ParseUUIDPipe) deliveryId: string,
    @CallerAccess() access: Access,
  ): Promise<DeliveryView> {
    return this.deliveries.one(id, deliveryId, access);
  }

  /** Sends one that was delivered or parked once more, under its own id. */
  @Post(':deliveryId/replay')
  @HttpCode(204)
  @ApiNoContentResponse()
  replay(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deliveryId', ParseUUIDPipe) deliveryId: string,
    @CallerAccess() access: Access,
  ): Promise<void> {
    return this.deliveries.replay(id, deliveryId, access);
  }
}

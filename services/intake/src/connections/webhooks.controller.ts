import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { KeepWebhookHandler } from './keep-webhook.handler.js';
import { WebhooksQuery } from './webhooks.query.js';
import {
  MadeWebhookView,
  NewWebhookBody,
  SecretView,
  DeliveryIdView,
  WebhookListView,
  WebhookView,
} from './webhooks.dto.js';

/** Addresses of an enterprise's own system that are told what becomes of its requests. */
@ApiTags('webhooks')
@Allow('webhook.manage')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly keepWebhook: KeepWebhookHandler,
    private readonly webhooks: WebhooksQuery,
  ) {}

  @Get()
  @ApiOkResponse({ type: WebhookListView })
  list(@CallerAccess() access: Access): Promise<WebhookListView> {
    return this.webhooks.list(access);
  }

  @Post()
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MadeWebhookView })
  add(
    @Body() { url, events }: NewWebhookBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
  ): Promise<MadeWebhookView> {
    return this.keepWebhook.add({ url, events }, access, key);
  }

  @Get(':id')
  @ApiOkResponse({ type: WebhookView })
  async one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookView> {
    const view = await this.webhooks.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }

  /** A new secret; for a day messages are signed with the old one too. */
  @Post(':id/secret')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: SecretView })
  async rotate(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<SecretView> {
    return { secret: await this.keepWebhook.rotate(id, access, expectedVersion) };
  }

  @Post(':id/test')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: DeliveryIdView })
  async test(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<DeliveryIdView> {
    return { deliveryId: await this.keepWebhook.test(id, access) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiNoContentResponse()
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<void> {
    return this.keepWebhook.end(id, access, expectedVersion);
  }
}

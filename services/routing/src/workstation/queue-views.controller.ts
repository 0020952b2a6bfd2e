import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { KeepQueueViewHandler } from './keep-queue-view.handler.js';
import { ListQueueViewsQuery } from './list-queue-views.query.js';
import { QueueViewListView, QueueViewView } from './queue-view.view.js';
import { ChangeViewBody, CreateViewBody, contentOf } from './queue-views.requests.js';

/** Filters of the queue that are kept under a name. */
@ApiTags('tickets')
@Controller('api/v1/tickets/views')
export class QueueViewsController {
  constructor(
    private readonly keepView: KeepQueueViewHandler,
    private readonly listViews: ListQueueViewsQuery,
  ) {}

  @Get()
  @Allow('ticket.read')
  @ApiOkResponse({ type: QueueViewListView })
  async list(@CallerAccess() access: Access): Promise<QueueViewListView> {
    return { items: await this.listViews.execute(access) };
  }

  @Post()
  @Allow('ticket.read')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: QueueViewView })
  async create(
    @Body() body: CreateViewBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueueViewView> {
    const { principal } = access;
    const { id } = await this.keepView.create(contentOf(body), body.shared ?? false, principal, idempotencyKey);
    return this.page(id, access, reply);
  }

  @Put(':id')
  @Allow('ticket.read')
  @ApiOkResponse({ type: QueueViewView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeViewBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueueViewView> {
    await this.keepView.change({ id, principal: access.principal, expectedVersion }, contentOf(body));
    return this.page(id, access, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('ticket.read')
  @ApiNoContentResponse()
  async remove(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() { principal }: Access,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<void> {
    await this.keepView.remove({ id, principal, expectedVersion });
  }

  private async page(id: string, access: Access, reply: FastifyReply): Promise<QueueViewView> {
    const view = await this.listViews.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

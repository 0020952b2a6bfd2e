import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, etagOf } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ListResourcesQuery } from './list-resources.query.js';
import { ReadSlotsQuery } from './read-slots.query.js';
import { ResourceListView, ResourceView, SlotListView, UtilisationView } from './resource.view.js';
import { FrameQuery, ListResourcesRequest, SlotsRequest, spanOf } from './resources.requests.js';

/** Shared resources: who can do this, where, and when. */
@ApiTags('resources')
@Allow('network.read')
@Controller('api/v1/network/resources')
export class ResourcesController {
  constructor(
    private readonly listResources: ListResourcesQuery,
    private readonly readSlots: ReadSlotsQuery,
  ) {}

  @Get()
  @ApiOkResponse({ type: ResourceListView })
  list(@Query() { q, sort, cursor, ...asked }: ListResourcesRequest): Promise<ResourceListView> {
    const wish = { ...asked, text: q };
    return sort === 'earliest' ? this.listResources.soonest(wish) : this.listResources.execute({ ...wish, cursor });
  }

  @Get(':id')
  @ApiOkResponse({ type: ResourceView })
  async one(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    const view = await this.listResources.one(id);
    void reply.header('etag', etagOf(view.version));
    return view;
  }

  @Get(':id/slots')
  @ApiOkResponse({ type: SlotListView })
  slots(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, until, minutes }: SlotsRequest,
  ): Promise<SlotListView> {
    return this.readSlots.slots(id, spanOf(from, until), minutes);
  }

  @Get(':id/utilisation')
  @ApiOkResponse({ type: UtilisationView })
  utilisation(@Param('id', ParseUUIDPipe) id: string, @Query() { from, until }: FrameQuery): Promise<UtilisationView> {
    return this.readSlots.utilisation(id, spanOf(from, until));
  }
}

import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, type Access } from '@nqi/platform';
import { ReadHandoversQuery } from './read-handovers.query.js';
import { ResendHandler } from './resend.handler.js';
import { HandoversQuery } from './upwards.requests.js';
import { ConnectionView, HandoverDetailView, HandoverListView } from './upwards.view.js';

/** What the city handed up to the platform of the province (省平台上报). */
@ApiTags('upwards')
@Controller('api/v1/upwards')
export class UpwardsController {
  constructor(
    private readonly handovers: ReadHandoversQuery,
    private readonly resend: ResendHandler,
  ) {}

  @Get('connection')
  @Allow('upwards.read')
  @ApiOkResponse({ type: ConnectionView })
  connection(): Promise<ConnectionView> {
    return this.handovers.connection();
  }

  @Get('handovers')
  @Allow('upwards.read')
  @ApiOkResponse({ type: HandoverListView })
  list(@Query() query: HandoversQuery, @CallerAccess() access: Access): Promise<HandoverListView> {
    return this.handovers.list(query, access);
  }

  @Get('handovers/:id')
  @Allow('upwards.read')
  @ApiOkResponse({ type: HandoverDetailView })
  one(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<HandoverDetailView> {
    return this.handovers.one(id, access);
  }

  /** Sends a message that was delivered or parked once more, under its own id. */
  @Post('messages/:messageId/resend')
  @HttpCode(204)
  @Allow('upwards.work')
  @ApiNoContentResponse()
  again(@Param('messageId', ParseUUIDPipe) id: string): Promise<void> {
    return this.resend.execute(id);
  }
}

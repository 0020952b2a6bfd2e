import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '@nqi/platform';
import { InboxQuery } from './inbox.query.js';
import { MarkReadHandler } from './mark-read.handler.js';
import { InboxBody, InboxListQuery, UnreadCountBody, readerOf } from './notifications.dto.js';

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly markRead: MarkReadHandler,
  ) {}

  @Get()
  @ApiOkResponse({ type: InboxBody })
  async list(@Caller() caller: Principal, @Query() query: InboxListQuery): Promise<InboxBody> {
    const reader = readerOf(caller);
    const [page, unreadCount] = await Promise.all([this.inbox.list(reader, query), this.inbox.countUnread(reader)]);
    return { ...page, unreadCount };
  }

  @Get('unread-count')
  @ApiOkResponse({ type: UnreadCountBody })
  async countUnread(@Caller() caller: Principal): Promise<UnreadCountBody> {
    return { unreadCount: await this.inbox.countUnread(readerOf(caller)) };
  }

  @Post('read-all')
  @HttpCode(204)
  @ApiNoContentResponse()
  readAll(@Caller() caller: Principal): Promise<void> {
    return this.markRead.all(readerOf(caller));
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.markRead.one(readerOf(caller), id);
  }
}

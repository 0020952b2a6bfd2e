import { Body, Controller, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, OpenContactView, ViewContactBody, type Access } from '@nqi/platform';
import { ViewContactHandler } from './view-contact.handler.js';

@ApiTags('requests')
@Controller('api/v1/requests')
export class RequestContactController {
  constructor(private readonly viewContact: ViewContactHandler) {}

  /** The telephone in full, for those who call it; the reason goes on record. */
  @Post(':id/contact')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow('contact.read')
  @ApiOkResponse({ type: OpenContactView })
  view(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ViewContactBody,
    @CallerAccess() access: Access,
  ): Promise<OpenContactView> {
    return this.viewContact.execute(access, id, reason);
  }
}

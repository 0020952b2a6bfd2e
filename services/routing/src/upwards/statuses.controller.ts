import { Body, Controller, Headers, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@nqi/platform';
import { HearProvinceHandler } from './hear-province.handler.js';
import { STATUSES_PATH, SignedByProvince } from './signed-bodies.adapter.js';
import { StatusBody, wordOf } from './upwards.requests.js';
import { HeardView } from './upwards.view.js';

/** Where the platform of the province says how things stand; open to everybody, and heard only when signed. */
@ApiTags('upwards')
@Controller(STATUSES_PATH)
export class StatusesController {
  constructor(private readonly hear: HearProvinceHandler) {}

  @Post()
  @HttpCode(200)
  @Public()
  @UseGuards(SignedByProvince)
  @ApiHeader({ name: 'webhook-id', description: 'The same for every repetition of one message' })
  @ApiHeader({ name: 'webhook-timestamp', description: 'Seconds since 1970, at most five minutes off' })
  @ApiHeader({ name: 'webhook-signature', description: 'Standard Webhooks: v1,<HMAC-SHA256 of id.timestamp.body>' })
  @ApiOkResponse({ type: HeardView, description: 'Whatever became of it, it need not be sent again' })
  async heard(@Body() body: StatusBody, @Headers('webhook-id') messageId: string): Promise<HeardView> {
    return { outcome: await this.hear.execute({ messageId, channel: 'CALLBACK', word: wordOf(body) }) };
  }
}

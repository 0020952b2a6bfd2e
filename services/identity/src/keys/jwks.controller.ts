import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@nqi/platform';
import { SigningKeys } from './signing-keys.file-store.js';

/** Where every service finds the keys it checks access tokens with (RFC 7517). */
@ApiTags('auth')
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ schema: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } } } })
  published(): SigningKeys['published'] {
    return this.keys.published;
  }
}

import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock, DomainError } from '@nqi/kernel';
import { Allow, Public } from '@nqi/platform';
import { type JWK } from 'jose';
import { KeyRotation } from './key-rotation.loop.js';
import { SigningKeys } from './signing-keys.file-store.js';

class RotationBody {
  @ApiProperty({ description: 'Key that signs in a few minutes, once every service has fetched it' })
  keyId!: string;
}

/** Where every service finds the keys it checks access tokens with (RFC 7517), and how they are changed. */
@ApiTags('auth')
@Controller()
export class KeysController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly rotation: KeyRotation,
    private readonly clock: Clock,
  ) {}

  @Get('.well-known/jwks.json')
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOkResponse({ schema: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } } } })
  published(): Promise<{ keys: readonly JWK[] }> {
    return this.keys.published(this.clock.now());
  }

  @Post('api/v1/auth/keys/rotate')
  @HttpCode(202)
  @Allow('key.rotate')
  @ApiAcceptedResponse({ type: RotationBody })
  async rotate(): Promise<RotationBody> {
    const keyId = await this.rotation.rotate();
    if (keyId) return { keyId };
    throw new DomainError('KEY.BEING_ROTATED', 'conflict', {
      zh: '正在更换密钥，请稍后再试',
      en: 'The keys are being changed already; try again in a moment',
    });
  }
}

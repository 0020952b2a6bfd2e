import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { Clock } from '@nqi/kernel';
import { Allow, Caller, IdempotencyKey, Public, TextField, TextListField, type Principal } from '@nqi/platform';
import { SCOPE_NAMES, stateOf, type ApiKeyState, type KeyScope } from './api-key.js';
import { ExchangeKeyHandler } from './exchange-key.handler.js';
import { KeepApiKeysHandler } from './keep-api-keys.handler.js';

class NewKeyBody {
  @TextField({ max: 40, description: 'What it is for', example: 'ERP' })
  name!: string;

  @TextListField({ min: 1, max: SCOPE_NAMES.length, description: `Of ${SCOPE_NAMES.join(', ')}` })
  scopes!: KeyScope[];

  @TextField({
    max: 24,
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/,
    message: 'an instant in UTC',
    example: '2027-06-30T16:00:00Z',
  })
  expiresAt!: string;
}

class MadeKeyBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ required: false, description: 'Told this once' })
  key?: string;
}

class ApiKeyBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  scopes!: readonly KeyScope[];

  @ApiProperty()
  madeBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: Date | null;

  @ApiProperty({ enum: ['active', 'expired', 'revoked'] })
  state!: ApiKeyState;
}

class ApiKeyListBody {
  @ApiProperty({ type: ApiKeyBody, isArray: true })
  items!: readonly ApiKeyBody[];
}

class KeyBody {
  @TextField({ max: 100 })
  key!: string;
}

class KeyTokenBody {
  @ApiProperty({ description: 'Says the enterprise as the caller’s organisation, and what it may be used for' })
  accessToken!: string;

  @ApiProperty({ description: 'Seconds; then the key is exchanged again' })
  expiresIn!: number;
}

/** Keys of enterprises' own systems. */
@ApiTags('api-keys')
@Allow('api-key.manage')
@Controller('api/v1')
export class ApiKeysController {
  constructor(
    private readonly keys: KeepApiKeysHandler,
    private readonly exchangeKey: ExchangeKeyHandler,
    private readonly clock: Clock,
  ) {}

  @Get('api-keys')
  @ApiOkResponse({ type: ApiKeyListBody })
  async list(@Caller() caller: Principal): Promise<ApiKeyListBody> {
    const at = this.clock.now();
    const found = await this.keys.listOf(caller);
    return {
      items: found.map((key) => {
        const { id, name, scopes, madeBy, madeAt, expiresAt, lastUsedAt } = key;
        return { id, name, scopes, madeBy, madeAt, expiresAt, lastUsedAt, state: stateOf(key, at) };
      }),
    };
  }

  @Post('api-keys')
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MadeKeyBody })
  make(
    @Caller() caller: Principal,
    @Body() { name, scopes, expiresAt }: NewKeyBody,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<MadeKeyBody> {
    return this.keys.make(caller, { name, scopes, expiresAt }, idempotencyKey);
  }

  @Post('api-keys/:id/revoke')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.keys.revoke(caller, id);
  }

  @Post('auth/key')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: KeyTokenBody })
  exchange(@Body() { key }: KeyBody): Promise<KeyTokenBody> {
    return this.exchangeKey.execute(key);
  }
}

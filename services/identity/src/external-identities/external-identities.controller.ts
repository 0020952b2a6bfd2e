import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '@nqi/platform';
import { BeginSignOnHandler } from '../single-sign-on/begin-sign-on.handler.js';
import { BeginSignOnBody, SignOnAnswerBody, SignOnBegunBody } from '../single-sign-on/single-sign-on.dto.js';
import { KeepExternalIdentitiesHandler } from './keep-external-identities.handler.js';

class ExternalIdentityBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Of `GET /auth/single-sign-on/providers`' })
  provider!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  linkedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', required: false })
  usedAt?: Date;
}

class ExternalIdentityListBody {
  @ApiProperty({ type: ExternalIdentityBody, isArray: true })
  items!: readonly ExternalIdentityBody[];
}

/** By which providers the caller may sign in. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/v1/auth/external-identities')
export class ExternalIdentitiesController {
  constructor(
    private readonly beginning: BeginSignOnHandler,
    private readonly identities: KeepExternalIdentitiesHandler,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ExternalIdentityListBody })
  async list(@Caller() caller: Principal): Promise<ExternalIdentityListBody> {
    const found = await this.identities.listOf(caller);
    return {
      items: found.map(({ id, provider, linkedAt, usedAt }) => ({
        id,
        provider,
        linkedAt,
        usedAt: usedAt ?? undefined,
      })),
    };
  }

  @Post('begin')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SignOnBegunBody })
  begin(@Caller() caller: Principal, @Body() { provider }: BeginSignOnBody): Promise<SignOnBegunBody> {
    return this.beginning.execute(provider, caller.userId);
  }

  @Post('complete')
  @HttpCode(204)
  @ApiNoContentResponse()
  complete(@Caller() caller: Principal, @Body() body: SignOnAnswerBody): Promise<void> {
    return this.identities.link(caller, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  unlink(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.identities.unlink(caller, id);
  }
}

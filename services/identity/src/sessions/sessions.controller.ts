import { Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '@nqi/platform';
import { EndSessionsHandler } from './end-sessions.handler.js';
import { MySessionsQuery } from './my-sessions.query.js';

class SessionBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', description: 'Last signing in or refreshing' })
  usedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;

  @ApiProperty({ required: false })
  address?: string;

  @ApiProperty({ required: false, description: 'What the browser calls itself' })
  agent?: string;

  @ApiProperty({ description: 'The session of this very token' })
  current!: boolean;
}

class SessionListBody {
  @ApiProperty({ type: SessionBody, isArray: true })
  items!: readonly SessionBody[];
}

/** Where the caller is signed in. Access tokens that are out already live on for at most a quarter of an hour. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/v1/auth/sessions')
export class SessionsController {
  constructor(
    private readonly mine: MySessionsQuery,
    private readonly end: EndSessionsHandler,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SessionListBody })
  list(@Caller() caller: Principal): Promise<SessionListBody> {
    return this.mine.execute(caller);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.end.revoke(caller.userId, id);
  }

  /** Logs out everywhere, here too. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  everywhere(@Caller() caller: Principal): Promise<void> {
    return this.end.everywhere(caller.userId);
  }
}

import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Public, type Principal } from '@nqi/platform';
import { CredentialsBody } from '../credentials/credentials.dto.js';
import { LogOutBody, MeBody, RefreshBody, TokenPairBody } from './auth.dto.js';
import { LogInHandler } from './log-in.handler.js';
import { LogOutHandler } from './log-out.handler.js';
import { MeQuery } from './me.query.js';
import { RefreshSessionHandler } from './refresh-session.handler.js';

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly logIn: LogInHandler,
    private readonly refreshSession: RefreshSessionHandler,
    private readonly logOut: LogOutHandler,
    private readonly me: MeQuery,
  ) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TokenPairBody })
  login(@Body() body: CredentialsBody): Promise<TokenPairBody> {
    return this.logIn.execute(body);
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TokenPairBody })
  refresh(@Body() { refreshToken }: RefreshBody): Promise<TokenPairBody> {
    return this.refreshSession.execute(refreshToken);
  }

  /** Access tokens that are out already live on for at most a quarter of an hour. */
  @Post('logout')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  logout(@Caller() caller: Principal, @Body() body: LogOutBody | undefined): Promise<void> {
    return this.logOut.execute(caller.userId, body?.refreshToken);
  }

  @Get('me')
  @Header('cache-control', 'no-store')
  @ApiBearerAuth()
  @ApiOkResponse({ type: MeBody })
  whoAmI(@Caller() caller: Principal): Promise<MeBody> {
    return this.me.execute(caller);
  }
}

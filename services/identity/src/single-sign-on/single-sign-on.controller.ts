import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@nqi/platform';
import { TokenPairBody } from '../sessions/auth.dto.js';
import { BeginSignOnHandler } from './begin-sign-on.handler.js';
import { CompleteSignOnHandler } from './complete-sign-on.handler.js';
import { ConfirmSignOnHandler } from './confirm-sign-on.handler.js';
import { RegisterBySignOnHandler } from './register-by-sign-on.handler.js';
import { SignOnProviders } from './sign-on-providers.file-store.js';
import {
  BeginSignOnBody,
  ProviderListBody,
  RegisterBySignOnBody,
  SignOnAnswerBody,
  SignOnBegunBody,
  SignOnCodeBody,
  SignOnOutcomeBody,
} from './single-sign-on.dto.js';

/** Signing in by an OpenID provider: begun here, done there, completed here by what the browser brings back. */
@ApiTags('auth')
@Public()
@Controller('api/v1/auth/single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly providers: SignOnProviders,
    private readonly beginning: BeginSignOnHandler,
    private readonly completion: CompleteSignOnHandler,
    private readonly confirmation: ConfirmSignOnHandler,
    private readonly registration: RegisterBySignOnHandler,
  ) {}

  @Get('providers')
  @ApiOkResponse({ type: ProviderListBody })
  list(): ProviderListBody {
    const { list } = this.providers;
    return { items: list.map(({ id, label, registration }) => ({ id, label, registers: Boolean(registration) })) };
  }

  @Post('begin')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SignOnBegunBody })
  begin(@Body() { provider }: BeginSignOnBody): Promise<SignOnBegunBody> {
    return this.beginning.execute(provider);
  }

  @Post('complete')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SignOnOutcomeBody })
  complete(@Body() body: SignOnAnswerBody): Promise<SignOnOutcomeBody> {
    return this.completion.execute(body);
  }

  @Post('code')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TokenPairBody })
  code(@Body() { ticket, code }: SignOnCodeBody): Promise<TokenPairBody> {
    return this.confirmation.execute(ticket, code);
  }

  @Post('register')
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: TokenPairBody })
  register(@Body() { ticket, ...rest }: RegisterBySignOnBody): Promise<TokenPairBody> {
    return this.registration.execute(ticket, rest);
  }
}

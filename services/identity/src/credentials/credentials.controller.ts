import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@nqi/platform';
import { ChangePasswordHandler } from './change-password.handler.js';
import {
  ChangePasswordBody,
  ConfirmFactorBody,
  CredentialsBody,
  OfferedFactorBody,
  PasswordByLinkBody,
  PasswordSetBody,
  RecoveryCodesBody,
} from './credentials.dto.js';
import { EnrolSecondFactorHandler } from './enrol-second-factor.handler.js';
import { SetPasswordByLinkHandler } from './set-password-by-link.handler.js';

/** Passwords and authenticator apps. Each call says anew who calls, so that an open screen is not enough. */
@ApiTags('auth')
@Public()
@Controller('api/v1/auth')
export class CredentialsController {
  constructor(
    private readonly passwords: ChangePasswordHandler,
    private readonly links: SetPasswordByLinkHandler,
    private readonly factors: EnrolSecondFactorHandler,
  ) {}

  /** Every session of the account ends. */
  @Post('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(@Body() { newPassword, ...given }: ChangePasswordBody): Promise<void> {
    return this.passwords.execute(given, newPassword);
  }

  /** By the one-time link of an administrator. */
  @Post('password/link')
  @HttpCode(200)
  @ApiOkResponse({ type: PasswordSetBody })
  byLink(@Body() { token, newPassword }: PasswordByLinkBody): Promise<PasswordSetBody> {
    return this.links.execute(token, newPassword);
  }

  @Post('second-factor')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: OfferedFactorBody })
  offer(@Body() given: CredentialsBody): Promise<OfferedFactorBody> {
    return this.factors.offer(given);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: RecoveryCodesBody })
  confirm(@Body() { newCode, ...given }: ConfirmFactorBody): Promise<RecoveryCodesBody> {
    return this.factors.confirm(given, newCode);
  }
}

import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import {
  AccountBody,
  AccountCreatedBody,
  AccountListQuery,
  AccountPageBody,
  CreateAccountBody,
  EditAccountBody,
  PasswordLinkBody,
  SuspendAccountBody,
  toAccountBody,
} from './accounts.dto.js';
import { AccountsQuery } from './accounts.query.js';
import { CreateAccountHandler } from './create-account.handler.js';
import { KeepAccountHandler } from './keep-account.handler.js';
import { type ManagedAccount } from './managed-account.js';
import { ReadAccountQuery } from './read-account.query.js';

/** Accounts, kept by those of their own level. */
@ApiTags('accounts')
@Allow('account.manage')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsQuery,
    private readonly one: ReadAccountQuery,
    private readonly create: CreateAccountHandler,
    private readonly keep: KeepAccountHandler,
  ) {}

  @Get()
  @ApiOkResponse({ type: AccountPageBody })
  async list(@CallerAccess() access: Access, @Query() query: AccountListQuery): Promise<AccountPageBody> {
    const { items, ...page } = await this.accounts.list(access, query);
    return { items: items.map(toAccountBody), ...page };
  }

  @Get(':id')
  @ApiOkResponse({ type: AccountBody })
  async read(
    @CallerAccess() access: Access,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountBody> {
    return answer(await this.one.execute(id, access), reply);
  }

  /** The account has no password; its owner sets one by the link, which is handed over outside the system. */
  @Post()
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: AccountCreatedBody })
  async add(
    @CallerAccess() access: Access,
    @Body() body: CreateAccountBody,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountCreatedBody> {
    const { id, link } = await this.create.execute(body, access, idempotencyKey);
    return { ...answer(await this.one.execute(id, access), reply), link };
  }

  @Patch(':id')
  @ApiOkResponse({ type: AccountBody })
  async edit(
    @CallerAccess() access: Access,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditAccountBody,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountBody> {
    return answer(await this.keep.edit({ id, access, expected }, body), reply);
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountBody, description: 'Every session of the account ends' })
  async suspend(
    @CallerAccess() access: Access,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: SuspendAccountBody,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountBody> {
    return answer(await this.keep.suspend({ id, access, expected }, reason), reply);
  }

  @Post(':id/reinstate')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountBody })
  async reinstate(
    @CallerAccess() access: Access,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountBody> {
    return answer(await this.keep.reinstate({ id, access, expected }), reply);
  }

  /** Older links of the account are of no use any more. */
  @Post(':id/password-link')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: PasswordLinkBody })
  passwordLink(@CallerAccess() access: Access, @Param('id', ParseUUIDPipe) id: string): Promise<PasswordLinkBody> {
    return this.keep.passwordLink({ id, access });
  }

  @Post(':id/second-factor/unbind')
  @HttpCode(204)
  @ApiNoContentResponse()
  unbind(@CallerAccess() access: Access, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.keep.unbindSecondFactor({ id, access });
  }
}

function answer(account: ManagedAccount, reply: FastifyReply): AccountBody {
  void reply.header('etag', etagOf(account.version));
  return toAccountBody(account);
}

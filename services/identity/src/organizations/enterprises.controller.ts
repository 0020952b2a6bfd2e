import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Allow, CallerAccess, IdempotencyKey, Public, ViewContactBody } from '@nqi/platform';
import {
  ContactBody,
  EnterpriseBody,
  EnterpriseListQuery,
  EnterprisePageBody,
  EnterpriseRegisteredBody,
  RegisterEnterpriseBody,
} from './enterprises.dto.js';
import { EnterprisesQuery } from './enterprises.query.js';
import { RegisterEnterpriseHandler } from './register-enterprise.handler.js';
import { ViewContactHandler } from './view-contact.handler.js';

@ApiTags('enterprises')
@Controller('api/v1/enterprises')
export class EnterprisesController {
  constructor(
    private readonly registerEnterprise: RegisterEnterpriseHandler,
    private readonly enterprises: EnterprisesQuery,
    private readonly viewContact: ViewContactHandler,
  ) {}

  /** Self-registration; the user may sign in at once. */
  @Post()
  @Public()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: EnterpriseRegisteredBody })
  register(
    @Body() { username, password, ...details }: RegisterEnterpriseBody,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<EnterpriseRegisteredBody> {
    return this.registerEnterprise.execute({ details, username, password, idempotencyKey });
  }

  @Get()
  @Allow('request.read')
  @ApiOkResponse({ type: EnterprisePageBody })
  list(@CallerAccess() access: Access, @Query() query: EnterpriseListQuery): Promise<EnterprisePageBody> {
    return this.enterprises.list(access, query);
  }

  @Get(':uscc')
  @Allow('request.read')
  @ApiOkResponse({ type: EnterpriseBody })
  read(@CallerAccess() access: Access, @Param('uscc') uscc: string): Promise<EnterpriseBody> {
    return this.enterprises.read(access, uscc);
  }

  /** The contact in full, for those who need it and say why. */
  @Post(':uscc/contact')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Allow('personal-data.read')
  @ApiOkResponse({ type: ContactBody })
  contact(
    @CallerAccess() access: Access,
    @Param('uscc') uscc: string,
    @Body() { reason }: ViewContactBody,
  ): Promise<ContactBody> {
    return this.viewContact.execute(access, uscc, reason);
  }
}

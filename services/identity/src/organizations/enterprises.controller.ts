import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, Allow, CallerAccess, IdempotencyKey, Public } from '@nqi/platform';
import {
  EnterpriseBody,
  EnterpriseListQuery,
  EnterprisePageBody,
  EnterpriseRegisteredBody,
  RegisterEnterpriseBody,
} from './enterprises.dto.js';
import { EnterprisesQuery } from './enterprises.query.js';
import { RegisterEnterpriseHandler } from './register-enterprise.handler.js';

@ApiTags('enterprises')
@Controller('api/v1/enterprises')
export class EnterprisesController {
  constructor(
    private readonly registerEnterprise: RegisterEnterpriseHandler,
    private readonly enterprises: EnterprisesQuery,
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
}

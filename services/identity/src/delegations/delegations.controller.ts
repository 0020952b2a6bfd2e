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
import { Allow, Caller, IdempotencyKey, TextField, TextListField, type Principal } from '@nqi/platform';
import { ActForHandler } from './act-for.handler.js';
import { DelegateHandler } from './delegate.handler.js';
import { DELEGABLE, stateOf, type DelegationState } from './delegation.js';

class GiveDelegationBody {
  @TextField({ max: 40, description: 'Credit code of the enterprise that may act' })
  agentUscc!: string;

  @TextListField({ min: 1, max: DELEGABLE.length, description: `Of ${DELEGABLE.join(', ')}` })
  permissions!: string[];

  @TextField({
    max: 24,
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/,
    message: 'an instant in UTC',
    example: '2027-06-30T16:00:00Z',
  })
  endsAt!: string;
}

class DelegationIdBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

class DelegationBody extends DelegationIdBody {
  @ApiProperty()
  enterpriseId!: string;

  @ApiProperty()
  enterpriseName!: string;

  @ApiProperty()
  agentId!: string;

  @ApiProperty()
  agentName!: string;

  @ApiProperty({ enum: DELEGABLE, isArray: true })
  permissions!: readonly string[];

  @ApiProperty({ type: String, format: 'date-time' })
  endsAt!: Date;

  @ApiProperty({ enum: ['active', 'ended', 'revoked'] })
  state!: DelegationState;
}

class DelegationListBody {
  @ApiProperty({ type: DelegationBody, isArray: true })
  items!: readonly DelegationBody[];
}

class ActingTokenBody {
  @ApiProperty({ description: 'Says the enterprise as the caller’s organisation, and what it may be used for' })
  accessToken!: string;

  @ApiProperty()
  expiresIn!: number;

  @ApiProperty()
  enterpriseId!: string;

  @ApiProperty()
  enterpriseName!: string;
}

/** Enterprises that act for others. */
@ApiTags('delegations')
@Allow('delegation.use')
@Controller('api/v1/delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegateHandler,
    private readonly actFor: ActForHandler,
    private readonly clock: Clock,
  ) {}

  /** Given and received. */
  @Get()
  @ApiOkResponse({ type: DelegationListBody })
  async list(@Caller() caller: Principal): Promise<DelegationListBody> {
    const at = this.clock.now();
    const found = await this.delegations.listOf(caller);
    return {
      items: found.map((delegation) => {
        const { id, enterpriseId, enterpriseName, agentId, agentName, permissions, endsAt } = delegation;
        const state = stateOf(delegation, at);
        return { id, enterpriseId, enterpriseName, agentId, agentName, permissions, endsAt, state };
      }),
    };
  }

  @Post()
  @Allow('delegation.give')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: DelegationIdBody })
  give(
    @Caller() caller: Principal,
    @Body() body: GiveDelegationBody,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<DelegationIdBody> {
    return this.delegations.give(caller, body, idempotencyKey);
  }

  @Post(':id/revoke')
  @HttpCode(204)
  @Allow('delegation.give')
  @ApiNoContentResponse()
  revoke(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.delegations.revoke(caller, id);
  }

  /** A token for acting in the enterprise's name, asked for again every quarter of an hour. */
  @Post(':id/act')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ActingTokenBody })
  act(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ActingTokenBody> {
    return this.actFor.execute(caller, id);
  }
}

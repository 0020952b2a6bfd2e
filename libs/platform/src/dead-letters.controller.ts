import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeadLetters, type DeadLetterView } from '@nqi/messaging';
import { Allow, Caller } from './auth.js';
import { ChoiceField, TextField } from './fields.js';
import { OwnOperations } from './own-operations.js';
import type { Principal } from './principal.js';

class DeadLetterQuery {
  @ChoiceField(['parked', 'replayed', 'discarded'], { optional: true })
  status?: DeadLetterView['status'];
}

class DiscardBody {
  @TextField({ max: 500 })
  reason!: string;
}

/** What a service could not handle, for administrators: look, replay, or give up with a reason. */
@ApiTags('operations')
@Controller('api/v1/operations/:service/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly own: OwnOperations,
  ) {}

  @Get()
  @Allow('dead-letter.read')
  async list(@Param('service') service: string, @Query() query: DeadLetterQuery): Promise<{ items: DeadLetterView[] }> {
    this.own.assertMine(service);
    return { items: await this.deadLetters.list(query.status) };
  }

  @Post(':id/replay')
  @HttpCode(204)
  @Allow('dead-letter.settle')
  replay(
    @Param('service') service: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: Principal,
  ): Promise<void> {
    this.own.assertMine(service);
    return this.deadLetters.replay(id, caller.username);
  }

  @Post(':id/discard')
  @HttpCode(204)
  @Allow('dead-letter.settle')
  discard(
    @Param('service') service: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DiscardBody,
    @Caller() caller: Principal,
  ): Promise<void> {
    this.own.assertMine(service);
    return this.deadLetters.discard(id, caller.username, body.reason);
  }
}

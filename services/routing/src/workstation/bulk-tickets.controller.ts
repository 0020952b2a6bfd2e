import { Body, Controller, Headers, HttpCode, Logger, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, IdempotencyKey, languageOf, type Principal } from '@nqi/platform';
import { BulkTicketsHandler } from './bulk-tickets.handler.js';
import { BulkRequest, stepOf } from './bulk.requests.js';
import { BulkView, bulkView } from './bulk.view.js';

/** One step with many tickets. */
@ApiTags('tickets')
@Controller('api/v1/tickets/bulk')
export class BulkTicketsController {
  private readonly logger = new Logger('bulk');

  constructor(private readonly bulkTickets: BulkTicketsHandler) {}

  @Post()
  @HttpCode(200)
  @Allow('ticket.bulk')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: BulkView })
  async bulk(
    @Body() request: BulkRequest,
    @Caller() principal: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Headers('accept-language') accepted: string | undefined,
  ): Promise<BulkView> {
    const step = await stepOf(request);
    const command = { step, tickets: request.tickets, principal, ...(idempotencyKey && { idempotencyKey }) };
    const outcomes = await this.bulkTickets.execute(command);
    const view = bulkView(outcomes, languageOf(accepted));
    for (const [index, { id, problem }] of view.results.entries()) {
      if (problem && problem.status >= 500) this.logger.error(`${step.action} ${id}: ${causeOf(outcomes[index])}`);
    }
    return view;
  }
}

function causeOf(outcome: object | undefined): string {
  const error = outcome && 'error' in outcome ? outcome.error : undefined;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

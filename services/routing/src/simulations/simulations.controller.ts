import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, PageQuery, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ReadSimulationQuery } from './read-simulation.query.js';
import { RequestSimulationHandler } from './request-simulation.handler.js';
import { SimulationListView, SimulationView } from './simulation.view.js';
import { RequestSimulationBody } from './simulations.requests.js';

const PATH = 'api/v1/routing/simulations';

/** The policy lab: what a rule set would change, before anyone publishes it. */
@ApiTags('rule sets')
@Controller(PATH)
export class SimulationsController {
  constructor(
    private readonly requestSimulation: RequestSimulationHandler,
    private readonly simulations: ReadSimulationQuery,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('ruleset.edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiAcceptedResponse({ type: SimulationView, description: 'Ask again at `Location` until it is `DONE`' })
  async request(
    @Body() body: RequestSimulationBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SimulationView> {
    const { id } = await this.requestSimulation.execute({ ...body, access, ...(idempotencyKey && { idempotencyKey }) });
    void reply.header('location', `/${PATH}/${id}`);
    return this.simulations.one(id);
  }

  @Get()
  @Allow('ruleset.read')
  @ApiOkResponse({ type: SimulationListView })
  list(@Query() page: PageQuery): Promise<SimulationListView> {
    return this.simulations.list(page);
  }

  @Get(':id')
  @Allow('ruleset.read')
  @ApiOkResponse({ type: SimulationView })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<SimulationView> {
    return this.simulations.one(id);
  }
}

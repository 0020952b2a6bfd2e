import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ProposalsView } from './choice.view.js';
import { ChoiceBody } from './choices.requests.js';
import { ChooseInstitutionHandler } from './choose-institution.handler.js';
import { ReadProposalsQuery } from './read-proposals.query.js';

/** Where law leaves it to the client who performs the work: the ranked bodies, and the choice. */
@ApiTags('choices')
@Controller('api/v1/tickets/:id')
export class ChoicesController {
  constructor(
    private readonly proposals: ReadProposalsQuery,
    private readonly chooseInstitution: ChooseInstitutionHandler,
  ) {}

  @Get('proposals')
  @Allow('choice.read')
  @ApiOkResponse({ type: ProposalsView })
  read(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalsView> {
    return this.answer(ticketId, access, reply);
  }

  @Post('choice')
  @HttpCode(200)
  @Allow('choice.make')
  @ApiOkResponse({ type: ProposalsView, description: 'As things stand afterwards' })
  async choose(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { institutionId, note }: ChoiceBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalsView> {
    await this.chooseInstitution.execute({ target: { ticketId, access, expectedVersion }, institutionId, note });
    return this.answer(ticketId, access, reply);
  }

  private async answer(ticketId: string, access: Access, reply: FastifyReply): Promise<ProposalsView> {
    const { view, version } = await this.proposals.execute(ticketId, access);
    void reply.header('etag', etagOf(version));
    return view;
  }
}

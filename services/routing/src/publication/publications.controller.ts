import { Body, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, PageQuery, etagOf, type Access, type Page } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { type PublicationDesk } from './publication-desk.handler.js';
import { type Publication } from './publication.js';
import { PublicationDiffView, PublicationPage, PublicationView } from './publication.view.js';
import { DiffQuery, DraftBody, EditDraftBody, ProposeBody } from './publications.requests.js';

/** A kind of policy: read by oversight, changed by two people. Each kind has a controller of its own under its path. */
export abstract class PublicationsController<Content extends object> {
  protected constructor(private readonly desk: PublicationDesk<Content>) {}

  @Get()
  @Allow('ruleset.read')
  @ApiOkResponse({ type: PublicationPage })
  list(@Query() page: PageQuery): Promise<Page<PublicationView>> {
    return this.desk.reading.page(page);
  }

  @Get(':version')
  @Allow('ruleset.read')
  @ApiOkResponse({ type: PublicationView })
  async read(
    @Param('version') version: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    return tagged(await this.desk.reading.one(version), reply);
  }

  @Get(':version/diff')
  @Allow('ruleset.read')
  @ApiOkResponse({ type: PublicationDiffView })
  async diff(@Param('version') version: string, @Query() query: DiffQuery): Promise<PublicationDiffView> {
    return { differences: await this.desk.reading.diff(version, query.with) };
  }

  @Post()
  @Allow('ruleset.edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: PublicationView })
  async draft(
    @Body() body: DraftBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    const { version } = await this.desk.drafts.execute({ ...body, access, ...(idempotencyKey && { idempotencyKey }) });
    return tagged(await this.desk.reading.one(version), reply);
  }

  @Put(':version')
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: PublicationView })
  async edit(
    @Param('version') version: string,
    @Body() { content }: EditDraftBody,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    return this.answer(await this.desk.steps.edit(target(version, expected), content), reply);
  }

  @Post(':version/propose')
  @HttpCode(200)
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: PublicationView })
  async propose(
    @Param('version') version: string,
    @Body() { effectiveFrom }: ProposeBody,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    return this.answer(await this.desk.steps.propose(target(version, expected), access, effectiveFrom), reply);
  }

  @Post(':version/approve')
  @HttpCode(200)
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: PublicationView, description: 'By another person than proposed it' })
  async approve(
    @Param('version') version: string,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    return this.answer(await this.desk.steps.approve(target(version, expected), access), reply);
  }

  @Post(':version/retire')
  @HttpCode(200)
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: PublicationView, description: 'Gives up a draft or refuses a proposal' })
  async retire(
    @Param('version') version: string,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    return this.answer(await this.desk.steps.retire(target(version, expected)), reply);
  }

  private async answer(publication: Publication<Content>, reply: FastifyReply): Promise<PublicationView> {
    return tagged(await this.desk.reading.viewOf(publication), reply);
  }
}

function target(version: string, expectedVersion: number | undefined) {
  return { version, expectedVersion };
}

function tagged(view: PublicationView, reply: FastifyReply): PublicationView {
  void reply.header('etag', etagOf(view.rowVersion));
  return view;
}

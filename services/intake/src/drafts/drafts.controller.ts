import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, IfMatch, etagOf, type Principal } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import type { DraftOwner } from './draft.js';
import { DraftBody, DraftListView, DraftView } from './drafts.dto.js';
import { KeepDraftHandler } from './keep-draft.handler.js';
import { ReadDraftsQuery } from './read-drafts.query.js';

/** What somebody has begun to file, on whatever device; nobody else sees it, not even in the same enterprise. */
@ApiTags('drafts')
@Controller('api/v1/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: ReadDraftsQuery,
    private readonly keepDraft: KeepDraftHandler,
  ) {}

  @Get()
  @Allow('request.file')
  @ApiOkResponse({ type: DraftListView })
  list(@Caller() caller: Principal): Promise<DraftListView> {
    return this.drafts.list(ownerOf(caller));
  }

  @Get(':id')
  @Allow('request.file')
  @ApiOkResponse({ type: DraftView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    return this.answer(id, caller, reply);
  }

  /** Creates the draft under an id of the caller's making, or replaces it. */
  @Put(':id')
  @Allow('request.file')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: DraftView })
  async keep(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { title, content }: DraftBody,
    @Caller() caller: Principal,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    await this.keepDraft.execute({ owner: ownerOf(caller), id, title, content, expectedVersion });
    return this.answer(id, caller, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('request.file')
  @ApiNoContentResponse()
  remove(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: Principal): Promise<void> {
    return this.keepDraft.remove(ownerOf(caller), id);
  }

  private async answer(id: string, caller: Principal, reply: FastifyReply): Promise<DraftView> {
    const view = await this.drafts.one(ownerOf(caller), id);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

const ownerOf = ({ organizationId, userId }: Principal): DraftOwner => ({ organizationId, userId });

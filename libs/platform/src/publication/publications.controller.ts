import { Body, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { type Publication } from '@nqi/kernel';
import { type FastifyReply } from 'fastify';
import { type Access } from '../access.js';
import { Allow, CallerAccess } from '../auth.js';
import { IdempotencyKey } from '../idempotency.js';
import { PageQuery, type Page } from '../paging.js';
import { type Permission } from '../policy.js';
import { IfMatch, etagOf } from '../versions.js';
import { type PublicationDesk } from './publication-desk.handler.js';
import {
  PublicationDiffView,
  PublicationPage,
  PublicationView,
  type PublicationRecordView,
} from './publication.view.js';
import { DiffQuery, DraftBody, EditDraftBody, ProposeBody } from './publications.requests.js';

/** Who may do what with a kind of policy. */
export interface PublicationPermissions {
  readonly read: Permission;
  /** Draft, change, propose and give up. */
  readonly edit: Permission;
  readonly approve: Permission;
}

/** A kind of policy that two people publish. Each kind has a controller of its own under its path, made from this one. */
export function publicationsController<Content extends object>(
  permissions: PublicationPermissions,
): abstract new (desk: PublicationDesk<Content>) => { readonly desk: PublicationDesk<Content> } {
  abstract class PublicationsController {
    constructor(readonly desk: PublicationDesk<Content>) {}

    @Get()
    @Allow(permissions.read)
    @ApiOkResponse({ type: PublicationPage })
    list(@Query() page: PageQuery): Promise<Page<PublicationRecordView>> {
      return this.desk.reading.page(page);
    }

    @Get(':version')
    @Allow(permissions.read)
    @ApiOkResponse({ type: PublicationView })
    async read(
      @Param('version') version: string,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PublicationView> {
      return tagged(await this.desk.reading.one(version), reply);
    }

    @Get(':version/diff')
    @Allow(permissions.read)
    @ApiOkResponse({ type: PublicationDiffView })
    async diff(@Param('version') version: string, @Query() query: DiffQuery): Promise<PublicationDiffView> {
      return { differences: await this.desk.reading.diff(version, query.with) };
    }

    @Post()
    @Allow(permissions.edit)
    @ApiHeader({ name: 'Idempotency-Key', required: false })
    @ApiCreatedResponse({ type: PublicationView })
    async draft(
      @Body() body: DraftBody,
      @CallerAccess() access: Access,
      @IdempotencyKey() idempotencyKey: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PublicationView> {
      const { version } = await this.desk.drafts.execute({
        ...body,
        access,
        ...(idempotencyKey && { idempotencyKey }),
      });
      return tagged(await this.desk.reading.one(version), reply);
    }

    @Put(':version')
    @Allow(permissions.edit)
    @ApiOkResponse({ type: PublicationView })
    async edit(
      @Param('version') version: string,
      @Body() { content }: EditDraftBody,
      @IfMatch() expected: number | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PublicationView> {
      return answer(this.desk, await this.desk.steps.edit(target(version, expected), content), reply);
    }

    @Post(':version/propose')
    @HttpCode(200)
    @Allow(permissions.edit)
    @ApiOkResponse({ type: PublicationView })
    async propose(
      @Param('version') version: string,
      @Body() { effectiveFrom }: ProposeBody,
      @CallerAccess() access: Access,
      @IfMatch() expected: number | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PublicationView> {
      return answer(this.desk, await this.desk.steps.propose(target(version, expected), access, effectiveFrom), reply);
    }

    @Post(':version/approve')
    @HttpCode(200)
    @Allow(permissions.approve)
    @ApiOkResponse({ type: PublicationView, description: 'By another person than proposed it' })
    async approve(
      @Param('version') version: string,
      @CallerAccess() access: Access,
      @IfMatch() expected: number | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PublicationView> {
      return answer(this.desk, await this.desk.steps.approve(target(version, expected), access), reply);
    }

    @Post(':version/retire')
    @HttpCode(200)
    @Allow(permissions.edit)
    @ApiOkResponse({ type: PublicationView, description: 'Gives up a draft or refuses a proposal' })
    async retire(
      @Param('version') version: string,
      @IfMatch() expected: number | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PublicationView> {
      return answer(this.desk, await this.desk.steps.retire(target(version, expected)), reply);
    }
  }
  return PublicationsController;
}

async function answer<Content extends object>(
  desk: PublicationDesk<Content>,
  publication: Publication<Content>,
  reply: FastifyReply,
): Promise<PublicationView> {
  return tagged(await desk.reading.viewOf(publication), reply);
}

function target(version: string, expectedVersion: number | undefined) {
  return { version, expectedVersion };
}

function tagged(view: PublicationView, reply: FastifyReply): PublicationView {
  void reply.header('etag', etagOf(view.rowVersion));
  return view;
}

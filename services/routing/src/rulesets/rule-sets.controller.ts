import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, PageQuery, etagOf, type Access, type Page } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeRuleSetHandler } from './change-rule-set.handler.js';
import { DraftRuleSetHandler } from './draft-rule-set.handler.js';
import { ReadRuleSetsQuery } from './read-rule-sets.query.js';
import { RuleSetDiffView, RuleSetPage, RuleSetView } from './rule-set.view.js';
import { DiffQuery, DraftRuleSetBody, EditRuleSetBody, ProposeRuleSetBody } from './rule-sets.requests.js';
import { type StoredRuleSet } from './stored-rule-set.js';

/** The router's policy: read by oversight, changed by two people. */
@ApiTags('rule sets')
@Controller('api/v1/routing/rulesets')
export class RuleSetsController {
  constructor(
    private readonly ruleSets: ReadRuleSetsQuery,
    private readonly drafts: DraftRuleSetHandler,
    private readonly changes: ChangeRuleSetHandler,
  ) {}

  @Get()
  @Allow('ruleset.read')
  @ApiOkResponse({ type: RuleSetPage })
  list(@Query() page: PageQuery): Promise<Page<RuleSetView>> {
    return this.ruleSets.page(page);
  }

  @Get(':version')
  @Allow('ruleset.read')
  @ApiOkResponse({ type: RuleSetView })
  async read(@Param('version') version: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RuleSetView> {
    return tagged(await this.ruleSets.one(version), reply);
  }

  @Get(':version/diff')
  @Allow('ruleset.read')
  @ApiOkResponse({ type: RuleSetDiffView })
  async diff(@Param('version') version: string, @Query() query: DiffQuery): Promise<RuleSetDiffView> {
    return { differences: await this.ruleSets.diff(version, query.with) };
  }

  @Post()
  @Allow('ruleset.edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RuleSetView })
  async draft(
    @Body() body: DraftRuleSetBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetView> {
    const { version } = await this.drafts.execute({ ...body, access, ...(idempotencyKey && { idempotencyKey }) });
    return tagged(await this.ruleSets.one(version), reply);
  }

  @Put(':version')
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: RuleSetView })
  async edit(
    @Param('version') version: string,
    @Body() { content }: EditRuleSetBody,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetView> {
    return this.answer(await this.changes.edit(target(version, expected), content), reply);
  }

  @Post(':version/propose')
  @HttpCode(200)
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: RuleSetView })
  async propose(
    @Param('version') version: string,
    @Body() { effectiveFrom }: ProposeRuleSetBody,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetView> {
    return this.answer(await this.changes.propose(target(version, expected), access, effectiveFrom), reply);
  }

  @Post(':version/approve')
  @HttpCode(200)
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: RuleSetView, description: 'By another person than proposed it' })
  async approve(
    @Param('version') version: string,
    @CallerAccess() access: Access,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetView> {
    return this.answer(await this.changes.approve(target(version, expected), access), reply);
  }

  @Post(':version/retire')
  @HttpCode(200)
  @Allow('ruleset.edit')
  @ApiOkResponse({ type: RuleSetView, description: 'Gives up a draft or refuses a proposal' })
  async retire(
    @Param('version') version: string,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetView> {
    return this.answer(await this.changes.retire(target(version, expected)), reply);
  }

  private async answer(ruleSet: StoredRuleSet, reply: FastifyReply): Promise<RuleSetView> {
    return tagged(await this.ruleSets.viewOf(ruleSet), reply);
  }
}

function target(version: string, expectedVersion: number | undefined) {
  return { version, expectedVersion };
}

function tagged(view: RuleSetView, reply: FastifyReply): RuleSetView {
  void reply.header('etag', etagOf(view.rowVersion));
  return view;
}

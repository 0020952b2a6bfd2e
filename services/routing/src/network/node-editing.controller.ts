import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, PageQuery, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { EditNodesHandler } from './edit-nodes.handler.js';
import { MemberHistoryView } from './network-history.view.js';
import { NodeTreeView } from './network.view.js';
import { AddNodeBody, EditNodeBody } from './node-editing.requests.js';
import { assertClearable } from './patch.js';
import { ReadHistoryQuery } from './read-history.query.js';
import { ReadNodesQuery } from './read-nodes.query.js';

/** The tree of offices, changed under its rules. */
@ApiTags('network')
@Controller('api/v1/network/nodes')
export class NodeEditingController {
  constructor(
    private readonly nodes: EditNodesHandler,
    private readonly readNodes: ReadNodesQuery,
    private readonly history: ReadHistoryQuery,
  ) {}

  @Post()
  @Allow('network-node.edit')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NodeTreeView })
  async add(
    @Body() { nameZh, nameEn, ...facts }: AddNodeBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NodeTreeView> {
    const node = { ...facts, name: { zh: nameZh, en: nameEn }, active: true };
    const { code } = await this.nodes.add({ node, access, ...(idempotencyKey && { idempotencyKey }) });
    return this.answer(code, reply);
  }

  @Patch(':code')
  @Allow('network-node.edit')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: NodeTreeView })
  async edit(
    @Param('code') code: string,
    @Body() body: EditNodeBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NodeTreeView> {
    assertClearable(body, ['capacity', 'location']);
    const { nameZh, nameEn, status, reason, ...facts } = body;
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const name = { ...(nameZh !== undefined && { zh: nameZh }), ...(nameEn !== undefined && { en: nameEn }) };
    await this.nodes.edit({
      code,
      access,
      edit: {
        ...said,
        name,
        ...(status !== undefined && { active: status === 'open' }),
      },
      ...(reason !== undefined && { reason }),
      expectedVersion,
    });
    return this.answer(code, reply);
  }

  @Get(':code/history')
  @Allow('network-history.read')
  @ApiOkResponse({ type: MemberHistoryView })
  async changes(@Param('code') code: string, @Query() page: PageQuery): Promise<MemberHistoryView> {
    await this.readNodes.one(code);
    return this.history.of('NODE', code, page);
  }

  private async answer(code: string, reply: FastifyReply): Promise<NodeTreeView> {
    void reply.header('etag', etagOf(await this.history.versionOf('NODE', code)));
    return this.readNodes.one(code);
  }
}

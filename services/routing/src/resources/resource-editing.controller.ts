import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ListResourcesQuery } from './list-resources.query.js';
import { RegisterResourceHandler } from './register-resource.handler.js';
import { RegisterResourceBody, ReviseResourceBody } from './resource-editing.requests.js';
import { ResourceView } from './resource.view.js';
import { ReviseResourceHandler } from './revise-resource.handler.js';

/** What an institution offers, said by its own people. */
@ApiTags('resources')
@Allow('resource.edit')
@Controller('api/v1/network/resources')
export class ResourceEditingController {
  constructor(
    private readonly registerResource: RegisterResourceHandler,
    private readonly reviseResource: ReviseResourceHandler,
    private readonly resources: ListResourcesQuery,
  ) {}

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ResourceView })
  async register(
    @Body() { nameZh, nameEn, feeFen, feePer, ownerId, ...facts }: RegisterResourceBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    const name = { zh: nameZh, en: nameEn };
    const fee = { fen: feeFen, per: feePer };
    const owner = ownerId ?? access.principal.organizationId;
    const command = { facts: { ...facts, name, fee, ownerId: owner }, access };
    const { id } = await this.registerResource.execute({ ...command, ...(idempotencyKey && { idempotencyKey }) });
    return this.answer(id, reply);
  }

  @Post(':id/revise')
  @HttpCode(200)
  @ApiOkResponse({ type: ResourceView })
  async revise(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { feeFen, feePer, ...facts }: ReviseResourceBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    const fee = feeFen !== undefined && feePer !== undefined ? { fen: feeFen, per: feePer } : undefined;
    await this.reviseResource.execute({
      id,
      access,
      ...facts,
      ...(fee && { fee }),
      expectedVersion,
    });
    return this.answer(id, reply);
  }

  private async answer(id: string, reply: FastifyReply): Promise<ResourceView> {
    const view = await this.resources.one(id);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}

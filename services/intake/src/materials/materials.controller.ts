import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { DomainError, isDate } from '@nqi/kernel';
import {
  Allow,
  Caller,
  CallerAccess,
  IdempotencyKey,
  IfMatch,
  Public,
  etagOf,
  type Access,
  type Principal,
} from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { AddMaterialHandler } from './add-material.handler.js';
import { MaterialAddressView, MaterialPageView, MaterialView } from './material.views.js';
import { MaterialsQuery, UploadQuery } from './materials.dto.js';
import { ReadMaterialsQuery, type MaterialContent } from './read-materials.query.js';
import { RetireMaterialHandler } from './retire-material.handler.js';
import { FileOfUpload, UPLOAD_PATH, UPLOAD_TYPE, type UploadedFile } from './uploaded-file.adapter.js';

/** An enterprise's documents, given once and named wherever they are wanted. */
@ApiTags('materials')
@Controller(UPLOAD_PATH)
export class MaterialsController {
  constructor(
    private readonly addMaterial: AddMaterialHandler,
    private readonly retireMaterial: RetireMaterialHandler,
    private readonly materials: ReadMaterialsQuery,
  ) {}

  /** The body is the file itself. What it is, is told by its bytes. */
  @Post()
  @Allow('material.keep')
  @ApiConsumes(UPLOAD_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'X-File-Name', required: true, description: 'Percent-encoded UTF-8' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MaterialView })
  async add(
    @Query() query: UploadQuery,
    @FileOfUpload() file: UploadedFile,
    @Caller() caller: Principal,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MaterialView> {
    assertSpan(query);
    const id = await this.addMaterial.execute({ ...query, ...file, caller, idempotencyKey });
    return this.answer(id, access, reply);
  }

  /** The newest version of every title, or every version of one. */
  @Get()
  @Allow('material.keep')
  @ApiOkResponse({ type: MaterialPageView })
  list(
    @Query() { kind, title, retired, limit, cursor }: MaterialsQuery,
    @CallerAccess() access: Access,
  ): Promise<MaterialPageView> {
    return this.materials.list({ kind, title, retired }, access, limit, cursor);
  }

  /** Opens for whoever holds the address, until it expires. */
  @Get('downloads/:token')
  @Public()
  @ApiProduces(UPLOAD_TYPE)
  async addressed(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return send(await this.materials.addressed(token), reply);
  }

  @Get(':id')
  @Allow('material.read')
  @ApiOkResponse({ type: MaterialView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MaterialView> {
    return this.answer(id, access, reply);
  }

  @Get(':id/content')
  @Allow('material.read')
  @ApiProduces(UPLOAD_TYPE)
  async content(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return send(await this.materials.content(id, access), reply);
  }

  @Post(':id/address')
  @HttpCode(200)
  @Allow('material.read')
  @ApiOkResponse({ type: MaterialAddressView })
  address(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<MaterialAddressView> {
    return this.materials.address(id, access);
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Allow('material.keep')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: MaterialView })
  async retire(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MaterialView> {
    await this.retireMaterial.execute({ id, access, expectedVersion });
    return this.answer(id, access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<MaterialView> {
    const view = await this.materials.one(id, access);
    void reply.header('etag', etagOf(view.revision));
    return view;
  }
}

function assertSpan({ validFrom, validUntil }: UploadQuery): void {
  for (const [field, day] of Object.entries({ validFrom, validUntil })) {
    if (day === undefined || isDate(day)) continue;
    const text = { zh: '没有这一天', en: 'There is no such day' };
    throw new DomainError('MATERIAL.VALIDITY', 'invalid', text, {}, `/${field}`);
  }
  if (validFrom === undefined || validUntil === undefined || validFrom <= validUntil) return;
  const text = { zh: '有效期止不能早于有效期起', en: 'The end lies before the beginning' };
  throw new DomainError('MATERIAL.VALIDITY', 'invalid', text, {}, '/validUntil');
}

/** Always a download, never a page: no browser may take a file of somebody's for ours. */
function send({ material, content }: MaterialContent, reply: FastifyReply): StreamableFile {
  const name = encodeURIComponent(material.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  void reply.headers({
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  return new StreamableFile(content, {
    type: material.mediaType,
    disposition: `attachment; filename*=UTF-8''${name}`,
    ...(material.file && { length: material.file.size }),
  });
}

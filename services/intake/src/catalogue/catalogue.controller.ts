import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DOMAINS } from '@nqi/kernel';
import { ChoiceField, Public } from '@nqi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CatalogueDocuments, type CatalogueDocument } from './catalogue-documents.query.js';
import { PackageListView, ReferenceListView, ServiceListView, ServiceView } from './catalogue.views.js';

class ServicesQuery {
  @ChoiceField(DOMAINS, { optional: true })
  domain?: string;
}

/** What can be filed, for everybody. Answers carry an ETag; a reader that has the newest one gets 304. */
@ApiTags('catalog')
@Public()
@Controller('api/v1/catalog')
export class CatalogueController {
  constructor(private readonly documents: CatalogueDocuments) {}

  @Get('services')
  @ApiOkResponse({ type: ServiceListView })
  async services(
    @Query() { domain }: ServicesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answer(request, reply, await this.documents.services(domain));
  }

  @Get('services/:code')
  @ApiOkResponse({ type: ServiceView })
  async service(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answer(request, reply, await this.documents.service(code));
  }

  @Get('packages')
  @ApiOkResponse({ type: PackageListView })
  async packages(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answer(request, reply, await this.documents.packages());
  }

  /** Lists that form fields choose from; a field names its list in `x-reference`. */
  @Get('references/:name')
  @ApiOkResponse({ type: ReferenceListView })
  async references(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answer(request, reply, await this.documents.references(name));
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, { json, etag }: CatalogueDocument): void {
  void reply.header('etag', etag).header('cache-control', 'public, max-age=30');
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  if (known.includes(etag) || known.includes('*')) void reply.status(304).send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

import { Injectable, createParamDecorator, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DomainError } from '@nqi/kernel';
import { BODY_LIMIT_BYTES } from '@nqi/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFor, unsupportedMediaType } from '../faults/media-types.adapter.js';
import { MEDIA_TYPES } from '../materials/content/content-type.js';

export const BATCH_PATH = 'api/v1/requests/batch';
/** What a table may be sent as; which of them it is, its bytes tell. */
export const TABLE_TYPES = [MEDIA_TYPES.csv, MEDIA_TYPES.xlsx];

/** Lets the batch take tables as the bytes they are: what kind of file they are is found out later. */
@Injectable()
export class TableBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // There is no HTTP while the service only migrates.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    const server = adapter?.getInstance<FastifyInstance>();
    const options = { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES } as const;
    server?.addContentTypeParser(TABLE_TYPES, options, (request, body, done) => {
      if (isFor(BATCH_PATH, request)) done(null, body);
      else done(unsupportedMediaType(), undefined);
    });
  }
}

/** The bytes of a table. */
export const TableBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new DomainError('BATCH.NO_FILE', 'invalid', {
    zh: '请以 text/csv 或 xlsx 的类型上传表格文件',
    en: 'Send a table as text/csv or as xlsx',
  });
});

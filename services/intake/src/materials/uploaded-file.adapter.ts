import { Readable } from 'node:stream';
import { Injectable, createParamDecorator, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DomainError } from '@nqi/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFor, unsupportedMediaType } from '../faults/media-types.adapter.js';

export const UPLOAD_PATH = 'api/v1/materials';
export const UPLOAD_TYPE = 'application/octet-stream';
const LONGEST_NAME = 255;

/** A file as it comes in: its bytes are still on their way. */
export interface UploadedFile {
  readonly content: Readable;
  readonly fileName: string;
  readonly announcedBytes?: number;
}

/** Lets bytes through to the upload unread; nowhere else is a stream a body. */
@Injectable()
export class UploadBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // The process that only migrates serves no HTTP.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    server?.addContentTypeParser(UPLOAD_TYPE, (request, payload, done) => {
      if (isFor(UPLOAD_PATH, request)) done(null, payload);
      else done(unsupportedMediaType(), undefined);
    });
  }
}

/** The uploaded file. Throws `invalid` when there is none, or its name is not percent-encoded UTF-8. */
export const FileOfUpload = createParamDecorator((_: unknown, context: ExecutionContext): UploadedFile => {
  const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof Readable)) {
    const text = { zh: `请以 ${UPLOAD_TYPE} 上传文件`, en: `Send the file as ${UPLOAD_TYPE}` };
    throw new DomainError('MATERIAL.NO_FILE', 'invalid', text);
  }
  const announced = headers['content-length'];
  return {
    content: body,
    fileName: nameOf(headers['x-file-name']),
    ...(announced !== undefined && { announcedBytes: Number(announced) }),
  };
});

/** The name's last part, without what no line of text holds; it never becomes a path here. */
function nameOf(header: string | string[] | undefined): string {
  const name = decoded(String(header ?? ''));
  const last = name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}\ud800-\udfff"<>|:*?]/gu, '')
    .trim();
  if (last && last.length <= LONGEST_NAME && !/^\.+$/.test(last)) return last;
  throw badName();
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    throw badName();
  }
}

function badName(): DomainError {
  return new DomainError('MATERIAL.FILE_NAME', 'invalid', {
    zh: `X-File-Name 须为 1 至 ${LONGEST_NAME} 个字符的文件名(URL 编码)`,
    en: `X-File-Name must be a percent-encoded file name of 1 to ${LONGEST_NAME} characters`,
  });
}

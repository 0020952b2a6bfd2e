import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import type { FastifyRequest } from 'fastify';

/** ETag of a version number. */
export const etagOf = (version: number): string => `"${version}"`;

/** Version that the caller saw (`If-Match: "7"`), undefined when the caller does not say. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d+)"$/.exec(header)?.[1];
  if (version === undefined) {
    throw new DomainError('REQUEST.BAD_IF_MATCH', 'precondition', {
      zh: 'If-Match 格式无效',
      en: 'If-Match is malformed',
    });
  }
  return Number(version);
});

/** Throws `precondition` when somebody changed the object since the caller saw it. */
export function assertVersion(expected: number | undefined, actual: number): void {
  if (expected === undefined || expected === actual) return;
  throw new DomainError(
    'OBJECT.CHANGED',
    'precondition',
    { zh: '数据已被他人更新，请刷新后重试', en: 'Somebody changed this meanwhile; load it again' },
    { expected, actual },
  );
}

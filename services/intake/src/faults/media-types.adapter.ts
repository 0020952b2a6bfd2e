import type { FastifyRequest } from 'fastify';

/** Whether a request goes to the one address that takes this kind of body. */
export const isFor = (path: string, request: FastifyRequest): boolean => request.routeOptions.url === `/${path}`;

/** Fastify's own answer (415) for a body of a type that the address does not take. */
export function unsupportedMediaType(): Error {
  return Object.assign(new Error('Unsupported Media Type'), {
    statusCode: 415,
    code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE',
  });
}

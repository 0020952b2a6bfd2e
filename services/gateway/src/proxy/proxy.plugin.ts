import { PassThrough, type Readable } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import { TraceContext } from '@nqi/messaging';
import { BODY_LIMIT_BYTES } from '@nqi/platform';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Upstreams } from '../gateway.settings.js';
import { answerProblem } from '../problems/answer-problem.js';
import { badAddress, noSuchDeliverable } from '../problems/problems.js';
import { boundedBody } from './bounded-body.js';
import { clientHeaders, upstreamHeaders } from './proxied-headers.js';
import { PROXY_ROUTES, type ProxyRoute } from './proxy-routes.js';
import { upstreamFailure } from './upstream-failure.js';

const CONNECTIONS_PER_SERVICE = 128;
const CONNECT_TIMEOUT_MS = 2_000;
/** Of a body that is too large, so that its client hears so. */
const PATIENCE_BYTES = 8 * BODY_LIMIT_BYTES;
/** A way out of the context that the address was admitted to; a dot never needs an escape. */
const LEADS_ELSEWHERE = /\.\.|%2e/i;

export interface ProxyOptions {
  readonly upstreams: Upstreams;
  readonly timeoutMs: number;
}

/**
 * Passes requests on to the services over kept connections. Bodies travel as the bytes they came as: at most the
 * body limit is held, and nothing of an upload, nothing is parsed, and nothing is repeated, since only the client knows
 * whether it may be.
 */
export const proxy: FastifyPluginAsync<ProxyOptions> = async (server, { upstreams, timeoutMs }) => {
  server.setErrorHandler(answerProblem);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', boundedBody(BODY_LIMIT_BYTES, PATIENCE_BYTES));
  await server.register(replyFrom, {
    undici: {
      connections: CONNECTIONS_PER_SERVICE,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    },
    destroyAgent: true,
    disableRequestLogging: true,
    retryMethods: [],
  });
  serve(server, upstreams, false);
  await server.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, payload, done) => done(null, throughflow(payload)));
    serve(uploads, upstreams, true);
  });
};

function serve(server: FastifyInstance, upstreams: Upstreams, streamed: boolean): void {
  for (const route of PROXY_ROUTES.filter((candidate) => (candidate.streamed ?? false) === streamed)) {
    server.route({
      url: route.url,
      method: [...route.methods],
      exposeHeadRoute: false,
      config: { admission: route.admission },
      handler: passOn(route, upstreams),
    });
  }
}

/**
 * The body as a stream of its own: a service that refuses an upload half way ends this one, and the client's connection
 * lives to carry the answer. A client that hangs up cuts the service off too.
 */
function throughflow(payload: Readable): Readable {
  const through = new PassThrough();
  payload.once('error', (error) => through.destroy(error));
  payload.once('close', () => payload.readableEnded || through.destroy(new Error('the client hung up')));
  through.once('error', () => payload.resume());
  return payload.pipe(through);
}

function passOn(route: ProxyRoute, upstreams: Upstreams) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const service =
      typeof route.service === 'string' ? route.service : route.service(request.params as Record<string, string>);
    if (!service) throw noSuchDeliverable();
    const path = pathOf(request);
    if (LEADS_ELSEWHERE.test(path)) throw badAddress();
    return reply.from(upstreams[service] + path, {
      ...bodyOf(request),
      rewriteRequestHeaders: (_request, headers) => upstreamHeaders(headers, passageOf(request)),
      rewriteHeaders: (headers) => clientHeaders(headers),
      retryDelay: () => null,
      onError: (_reply, { error }) => answerProblem(upstreamFailure(service, error), request, reply),
    });
  };
}

function bodyOf({ body, headers }: FastifyRequest): { body?: unknown; contentType?: string } {
  if (!(body instanceof Buffer) || body.length === 0) return {};
  return { body, contentType: headers['content-type'] ?? 'application/octet-stream' };
}

function pathOf({ raw }: FastifyRequest): string {
  const url = raw.url ?? '/';
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

const passageOf = (request: FastifyRequest) => ({
  method: request.method,
  clientAddress: request.ip,
  host: request.host,
  protocol: request.protocol,
  traceparent: TraceContext.traceparent(),
  requestId: request.id,
});

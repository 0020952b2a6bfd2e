import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cors from '@fastify/cors';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Clock } from '@nqi/kernel';
import { TraceContext } from '@nqi/messaging';
import {
  BODY_LIMIT_BYTES,
  closeHttp,
  NestLogger,
  Readiness,
  TokenVerifier,
  createLogger,
  serveMetrics,
} from '@nqi/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiContract } from './contracts/api-contract.adapter.js';
import { CallBudgets } from './door/call-budget.js';
import { keepDoor } from './door/door.plugin.js';
import { GatewayModule } from './gateway.module.js';
import type { GatewaySettings } from './gateway.settings.js';
import { portal } from './portal/portal.plugin.js';
import { GatewayProblemFilter, answerProblem } from './problems/answer-problem.js';
import { proxy } from './proxy/proxy.plugin.js';

/** For answers that are data: no browser shall take one for a page. The portal's pages get helmet's headers instead. */
const DATA_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

/** A running gateway; tests start it in their own process and stop it again. */
export interface RunningGateway {
  readonly app: NestFastifyApplication;
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds the door from the outside in: traces and metrics, headers, who may pass, and then what lies behind. */
export async function startGateway(settings: GatewaySettings): Promise<RunningGateway> {
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.with(settings), adapter(settings), {
    logger: new NestLogger(createLogger('gateway', settings.logLevel)),
    abortOnError: false,
    bodyParser: false,
  });
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.useGlobalFilters(new GatewayProblemFilter());
  traceRequests(server);
  serveMetrics(server);
  if (settings.corsOrigins.length > 0) await server.register(cors, corsFor(settings.corsOrigins));
  keepDoor(server, { verifier: app.get(TokenVerifier), clock: app.get(Clock), budgets: app.get(CallBudgets) });
  await server.register(proxy, { upstreams: settings.upstreams, timeoutMs: settings.upstreamTimeoutMs });
  await server.register(portal, { directory: settings.portalDir });
  describe(app);
  await app.listen(settings.port, settings.host);
  return {
    app,
    url: await app.getUrl(),
    stop: () => stop(app),
  };
}

/** Finishes what has begun. */
async function stop(app: NestFastifyApplication): Promise<void> {
  app.get(Readiness).leave();
  await closeHttp(app);
}

function adapter({ trustedProxies }: GatewaySettings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    keepAliveTimeout: 70_000,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 300 },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: requestId,
    skipMiddie: true,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply),
  });
}

/** The caller's own id for the request where it is harmless to repeat, else a new one. */
function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

function traceRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const header = request.headers['traceparent'];
    TraceContext.run(Array.isArray(header) ? header[0] : header, () => {
      if (!request.routeOptions.config.pages) void reply.headers(DATA_HEADERS);
      void reply.headers({ 'x-trace-id': TraceContext.traceId() ?? '', 'x-request-id': request.id });
      done();
    });
  });
}

const corsFor = (origins: readonly string[]) => ({
  origin: [...origins],
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: [
    'etag',
    'idempotent-replayed',
    'location',
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
    'retry-after',
    'x-request-id',
    'x-trace-id',
  ],
  maxAge: 600,
});

function describe(app: NestFastifyApplication): void {
  const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').addBearerAuth().build();
  app.get(ApiContract).includeOwn(() => SwaggerModule.createDocument(app, config) as never);
}

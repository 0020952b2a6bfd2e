import type { Server } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { TraceContext } from '@nqi/messaging';
import type { FastifyInstance } from 'fastify';
import { serveMetrics } from './http-metrics.js';
import { ProblemFilter } from './problem.filter.js';
import { assertShallow, bodyValidation } from './validation.js';

/** Largest body a service takes; the gateway refuses larger ones before they travel. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    keepAliveTimeout: 70_000,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 300 },
  });
}

/** Gives an application the HTTP manners of the house: traces, problems, checked bodies, metrics, OpenAPI. */
export function dressHttp(app: NestFastifyApplication, service: string): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('onRequest', (request, reply, done) => {
    const header = request.headers['traceparent'];
    TraceContext.run(Array.isArray(header) ? header[0] : header, () => {
      void reply.header('x-trace-id', TraceContext.traceId());
      done();
    });
  });
  server.addHook('preValidation', (request, _reply, done) => {
    assertShallow(request.body);
    done();
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(bodyValidation());
  serveMetrics(server);
  serveOpenApi(app, server, service);
}

function serveOpenApi(app: NestFastifyApplication, server: FastifyInstance, service: string): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`NQI one-stop service: ${service}`)
    .setVersion('1')
    .addBearerAuth()
    .build();
  let document: object | undefined;
  server.get('/openapi.json', async () => {
    document ??= SwaggerModule.createDocument(app, config, {
      operationIdFactory: (controller, method) => `${service}.${controller.replace(/Controller$/, '')}.${method}`,
    });
    return document;
  });
}

const SWEEP_MS = 50;

/** Closes an application once its running requests are answered; connections that fall idle meanwhile do not hold it up. */
export async function closeHttp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}

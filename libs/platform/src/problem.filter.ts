import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { TraceContext } from '@nqi/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, toProblem } from './problem.js';

const RETRY_AFTER_SECONDS = '2';

/** Answers every failure of an HTTP request as problem+json, and logs the ones that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, languageOf(request.headers['accept-language']));
    const traceId = TraceContext.traceId();
    if (problem.status >= 500) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error(`${request.method} ${request.routeOptions?.url ?? '?'} ${problem.status}: ${stack}`);
    }
    if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...problem, traceId }));
  }
}

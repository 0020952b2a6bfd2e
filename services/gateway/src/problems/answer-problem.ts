import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { TraceContext } from '@nqi/messaging';
import { BODY_LIMIT_BYTES, languageOf, toProblem, type Problem } from '@nqi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayProblem } from './gateway-problem.js';
import { badAddress, noSuchAddress, tooLarge } from './problems.js';

const logger = new Logger('http');
const BAD_ADDRESS_CODES = ['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH'];

/** Answers every failure at the door as problem+json, and logs the ones that are ours. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = recognise(error);
  const language = languageOf(request.headers['accept-language']);
  const problem: Problem =
    known instanceof GatewayProblem
      ? {
          type: known.code,
          title: known.title[language],
          status: known.status,
          detail: known.detail[language],
          ...(known.details && { details: known.details }),
        }
      : toProblem(known, language);
  if (problem.status >= 500) {
    const cause = known instanceof GatewayProblem ? (known.cause ?? known) : known;
    const told = known instanceof GatewayProblem || !(cause instanceof Error) ? String(cause) : cause.stack;
    logger.warn(`${request.method} ${request.routeOptions?.url ?? '?'} ${problem.status} ${problem.type}: ${told}`);
  }
  if (known instanceof GatewayProblem) void reply.headers(known.headers);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ ...problem, traceId: TraceContext.traceId() }));
}

/** The same answers for what Nest's part of the gateway throws. */
@Catch()
export class GatewayProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

function recognise(error: unknown): unknown {
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return tooLarge(BODY_LIMIT_BYTES);
  if (error instanceof NotFoundException) return noSuchAddress();
  if (error instanceof URIError || BAD_ADDRESS_CODES.includes(String(code))) return badAddress();
  return error;
}

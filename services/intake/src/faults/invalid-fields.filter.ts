import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { TraceContext } from '@nqi/messaging';
import { languageOf, problem } from '@nqi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidFields } from './fault.js';

/** Answers a body with faults by naming every one of them, in the caller's language. */
@Catch(InvalidFields)
export class InvalidFieldsFilter implements ExceptionFilter {
  catch(error: InvalidFields, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = languageOf(request.headers['accept-language']);
    const status = error.sort === 'malformed' ? 400 : 422;
    const errors = error.faults.map(({ pointer, text }) => ({ pointer, detail: text[language] }));
    const answer = problem(error.code, status, error.text[language], language, { errors });
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...answer, traceId: TraceContext.traceId() }));
  }
}

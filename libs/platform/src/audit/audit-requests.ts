import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuditOutcome } from './audit-record.js';
import type { AuditTrail } from './audit-trail.js';
import { CallContext } from './call-context.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Puts every request that may change something on record before its answer leaves, whatever came of it: who asked for
 * what, from where, and the outcome. Bodies stay out; use cases tell before and after where it matters.
 */
export function auditRequests(server: FastifyInstance, trail: AuditTrail): void {
  const logger = new Logger('audit');
  server.addHook('onRequest', (request, _reply, done) => CallContext.run(request, done));
  server.addHook('onSend', async (request, reply) => {
    const route = request.routeOptions?.url;
    if (READING.has(request.method) || !route) return;
    const entry = {
      action: `${request.method} ${route}`,
      outcome: outcomeOf(reply.statusCode),
      ...subjectOf(request),
      details: { status: reply.statusCode },
    };
    try {
      await CallContext.run(request, () => trail.note(entry));
    } catch (error) {
      // The change itself is done and must be answered; what cannot be kept in the table is kept in the log.
      logger.error(`not on record: ${JSON.stringify(entry)}: ${String(error)}`);
    }
  });
}

/** The parameters of the address say what a request is about. */
function subjectOf({ params }: FastifyRequest): { subject?: { kind: string; id: string } } {
  const [first] = Object.entries((params ?? {}) as Record<string, string>).filter(([name]) => name !== 'service');
  return first ? { subject: { kind: first[0], id: first[1].slice(0, 200) } } : {};
}

function outcomeOf(status: FastifyReply['statusCode']): AuditOutcome {
  if (status < 400) return 'success';
  if (status === 401 || status === 403) return 'denied';
  return status < 500 ? 'refused' : 'failed';
}

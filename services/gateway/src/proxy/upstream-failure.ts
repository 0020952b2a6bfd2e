import type { ServiceName } from '@nqi/contracts';
import type { GatewayProblem } from '../problems/gateway-problem.js';
import { upstreamAway, upstreamBroken, upstreamLate } from '../problems/problems.js';

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CLOSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_DESTROYED',
  'UND_ERR_SOCKET',
]);
const LATE = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What a client is told when its request did not come through to a service, or the answer not back. */
export function upstreamFailure(service: ServiceName, error: Error): GatewayProblem {
  const cause = error.cause ?? error;
  const codes = [error, cause, ...(cause instanceof AggregateError ? cause.errors : [])].map((one) =>
    String((one as { code?: unknown }).code),
  );
  if (codes.some((code) => LATE.has(code))) return upstreamLate(service, cause);
  if (codes.some((code) => AWAY.has(code))) return upstreamAway(service, cause);
  return upstreamBroken(service, cause);
}

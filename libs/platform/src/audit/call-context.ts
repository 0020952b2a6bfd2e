import { AsyncLocalStorage } from 'node:async_hooks';
import { TraceContext } from '@nqi/messaging';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../principal.js';
import type { CallOrigin } from './audit-record.js';

type Call = FastifyRequest & { principal?: Principal };

const current = new AsyncLocalStorage<Call>();
const LONGEST_AGENT = 200;

/** The HTTP request that the running code answers, for whoever must know who calls and from where. */
export const CallContext = {
  run<T>(request: FastifyRequest, work: () => T): T {
    return current.run(request, work);
  },

  principal(): Principal | undefined {
    return current.getStore()?.principal;
  },

  origin(): CallOrigin {
    const request = current.getStore();
    return { ...(request && originOf(request)), traceId: TraceContext.traceId() };
  },
};

/** The gateway removes what clients say of addresses and puts its own word there. */
function originOf({ headers, ip }: FastifyRequest): CallOrigin {
  const forwarded = headers['x-forwarded-for'];
  const address = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim() || ip;
  return { address, agent: headers['user-agent']?.slice(0, LONGEST_AGENT) };
}

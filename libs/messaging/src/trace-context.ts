import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const current = new AsyncLocalStorage<string>();
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** W3C trace context: one trace id from the browser's request to the last projection. */
export const TraceContext = {
  /** Runs work under the given traceparent; a missing or malformed one starts a new trace. */
  run<T>(traceparent: string | undefined, work: () => T): T {
    return current.run(traceparent && TRACEPARENT.test(traceparent) ? traceparent : newTraceparent(), work);
  },

  traceparent(): string | undefined {
    return current.getStore();
  },

  traceId(): string | undefined {
    return TRACEPARENT.exec(current.getStore() ?? '')?.[1];
  },
};

function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

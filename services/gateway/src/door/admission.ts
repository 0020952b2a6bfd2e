import type { Principal } from '@nqi/platform';

/**
 * What it takes to pass the door: `signed-in` a valid token; `open` none, but a token that is sent must be valid;
 * `signed` none, since the service checks a signature over the body, and calls are counted apart from people's;
 * `signing-in` none, and a stale one is overlooked, since its owner is about to get a new one.
 */
export type Admission = 'signed-in' | 'open' | 'signed' | 'signing-in';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on everything behind the door; an address without it is nobody's business here. */
    admission?: Admission;
    /** Answers with pages, which bring their own security headers. */
    pages?: boolean;
  }
  interface FastifyRequest {
    /** The signed-in caller, once past the door. */
    principal?: Principal;
  }
}

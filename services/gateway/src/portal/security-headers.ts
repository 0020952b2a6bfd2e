import type { FastifyHelmetOptions } from '@fastify/helmet';

const SELF = "'self'";

/**
 * What the portal's pages may do. `style-src` allows inline styles because antd writes its styles into the page while
 * it runs; scripts come from files alone, and none may compile code. Certificates open as blobs. TLS ends before the
 * gateway, so requests are not upgraded here: an address without TLS inside a network stays usable.
 */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [SELF],
      scriptSrc: [SELF],
      scriptSrcAttr: ["'none'"],
      styleSrc: [SELF, "'unsafe-inline'"],
      imgSrc: [SELF, 'data:', 'blob:'],
      fontSrc: [SELF, 'data:'],
      connectSrc: [SELF],
      frameSrc: [SELF, 'blob:'],
      workerSrc: [SELF],
      objectSrc: ["'none'"],
      baseUri: [SELF],
      formAction: [SELF],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
};

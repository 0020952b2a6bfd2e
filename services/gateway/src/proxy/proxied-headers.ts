type Headers = Record<string, string | string[] | undefined>;

/** Headers of one connection, which mean nothing on the next (RFC 9110, section 7.6.1), and what undici refuses. */
const HOP_BY_HOP = new Set([
  'connection',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What only a proxy may say; a client that says it lies. */
const isClaim = (name: string): boolean =>
  name.startsWith('x-forwarded-') || name.startsWith('x-nqi-') || name === 'forwarded' || name === 'x-real-ip';

export interface Passage {
  readonly method: string;
  readonly clientAddress: string;
  readonly host: string;
  readonly protocol: string;
  readonly traceparent: string | undefined;
  readonly requestId: string;
}

/** Headers of a request as the upstream gets them: the caller's own, without hop-by-hop ones and false claims. */
export function upstreamHeaders(headers: Headers, passage: Passage): Headers {
  const bodiless = passage.method === 'GET' || passage.method === 'HEAD';
  const passed: Headers = {};
  for (const name in headers) {
    if (HOP_BY_HOP.has(name) || isClaim(name)) continue;
    if (bodiless && (name === 'content-length' || name === 'content-type')) continue;
    passed[name] = headers[name];
  }
  passed['x-forwarded-for'] = passage.clientAddress;
  passed['x-forwarded-host'] = passage.host;
  passed['x-forwarded-proto'] = passage.protocol;
  passed['x-request-id'] = passage.requestId;
  if (passage.traceparent) passed['traceparent'] = passage.traceparent;
  return passed;
}

/** Headers of an answer as the client gets them. What a service does not allow to be kept, nobody keeps. */
export function clientHeaders(headers: Headers): Headers {
  const passed: Headers = { 'cache-control': 'no-store' };
  for (const name in headers) {
    if (!HOP_BY_HOP.has(name)) passed[name] = headers[name];
  }
  return passed;
}

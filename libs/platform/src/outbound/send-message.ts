import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { reachableAddress, type Reach } from './public-address.js';

/** Of an answer this much is kept, for the log, unless its sender wants more. */
const EXCERPT_CHARACTERS = 500;
const LONGEST_ANSWER_BYTES = 64 * 1_024;

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly reach: Reach;
  /** Characters of the answer that are kept. */
  readonly keep?: number;
}

export interface Answered {
  readonly status: number;
  readonly excerpt: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Posts JSON and waits for the whole answer. Follows no redirect, uses no proxy, keeps no connection. Rejects when the
 * host cannot be reached or must not be (AddressRefused), and when the signal aborts.
 */
export async function sendMessage(
  { url, headers, body, reach, keep = EXCERPT_CHARACTERS }: Message,
  signal: AbortSignal,
): Promise<Answered> {
  const target = new URL(url);
  const chosen = await abortable(reachableAddress(target, reach), signal);
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  const length = String(Buffer.byteLength(body));
  return new Promise<Answered>((answered, failed) => {
    const call = request(
      target,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': length, 'user-agent': 'NQI/1' },
        lookup: (_host, { all }, tell) => (all ? tell(null, [chosen]) : tell(null, chosen.address, chosen.family)),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        const status = response.statusCode ?? 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes - chunk.length < 4 * keep) chunks.push(chunk);
          // What the receiver says beyond this changes nothing about its status.
          if (bytes > LONGEST_ANSWER_BYTES) response.destroy();
        });
        response.on('error', failed);
        response.on('close', () => {
          if (response.complete || bytes > LONGEST_ANSWER_BYTES)
            answered({ status, excerpt: excerptOf(chunks, keep), headers: response.headers });
          else failed(new Error('the answer broke off'));
        });
      },
    );
    call.on('error', failed);
    call.end(body);
  });
}

const excerptOf = (chunks: readonly Buffer[], keep: number): string =>
  Buffer.concat(chunks).toString('utf8').slice(0, keep).replaceAll('\u0000', '\ufffd');

function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((done, failed) => {
    const abort = () => failed(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(done, failed).finally(() => signal.removeEventListener('abort', abort));
  });
}

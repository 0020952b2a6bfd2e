import { currentLanguage } from '../i18n/language.js';
import { ApiError, toProblem } from './problem.js';
import { session, type Tokens } from './session.js';

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, but for a file, which is sent as it is. */
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Without the access token: the gateway refuses an expired one even where none is needed. */
  readonly anonymous?: boolean;
}

/** An answer with the version it is of, to send back as `If-Match` with a change. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag?: string;
}

export const API = '/api/v1';

/** One call through the gateway. Throws ApiError for every failure; refreshes an expired session once. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  return (await callVersioned<T>(path, options)).value;
}

export async function callVersioned<T>(path: string, options: CallOptions = {}): Promise<Versioned<T>> {
  const answer = await send(path, options);
  const value = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  return { value: value as T, etag: answer.headers.get('etag') ?? undefined };
}

/** A document, for example a certificate's PDF. */
export const download = async (path: string): Promise<Blob> => (await send(path, {})).blob();

/** Makes the session usable again, or says that it is over. */
export const refreshSession = (): Promise<boolean> => session.refresh(exchange);

async function send(path: string, options: CallOptions): Promise<Response> {
  const answer = await inSession(() => request(path, options), options.anonymous);
  if (answer.ok) return answer;
  throw await failureOf(answer);
}

/** Asks once more when the session had expired and could be refreshed. */
export async function inSession(ask: () => Promise<Response>, anonymous = false): Promise<Response> {
  const answer = await ask();
  const expired = answer.status === 401 && !anonymous && session.refreshToken !== undefined;
  return expired && (await refreshSession()) ? ask() : answer;
}

async function request(path: string, options: CallOptions): Promise<Response> {
  const { method = 'GET', body, query, ifMatch, idempotencyKey, signal, anonymous } = options;
  const headers = new Headers({ accept: 'application/json', 'accept-language': currentLanguage() });
  if (session.accessToken && !anonymous) headers.set('authorization', `Bearer ${session.accessToken}`);
  if (body !== undefined) headers.set('content-type', body instanceof Blob ? body.type : 'application/json');
  if (ifMatch) headers.set('if-match', ifMatch);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  try {
    const sent = body === undefined || body instanceof Blob ? body : JSON.stringify(body);
    return await fetch(API + path + queryString(query), { method, headers, body: sent, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noAnswer();
  }
}

async function exchange(refreshToken: string): Promise<Tokens | undefined> {
  const answer = await request('/auth/refresh', { method: 'POST', body: { refreshToken }, anonymous: true });
  if (answer.ok) return (await answer.json()) as Tokens;
  if (answer.status >= 500 || answer.status === 429) throw await failureOf(answer);
  return undefined;
}

export const noAnswer = (): ApiError => new ApiError({ type: 'NETWORK', title: '', status: 0, detail: '' });

export async function failureOf(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => undefined);
  return new ApiError(toProblem(answer.status, body, answer.headers.get('x-request-id') ?? undefined));
}

export function queryString(query: CallOptions['query']): string {
  const said = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

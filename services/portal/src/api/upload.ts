import { currentLanguage } from '../i18n/language.js';
import { API, failureOf, inSession, noAnswer, queryString, type CallOptions } from './http.js';
import { session } from './session.js';

interface Upload {
  readonly query: CallOptions['query'];
  readonly file: File;
  readonly idempotencyKey: string;
  /** How much of the file is on its way, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends a file as it is. By XMLHttpRequest, since fetch does not tell how far it is. Throws ApiError as `call` does. */
export async function upload<T>(path: string, sent: Upload): Promise<T> {
  const answer = await inSession(() => transmit(path, sent));
  if (!answer.ok) throw await failureOf(answer);
  return (await answer.json()) as T;
}

function transmit(path: string, { query, file, idempotencyKey, onProgress }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', API + path + queryString(query));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('authorization', `Bearer ${session.accessToken ?? ''}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('idempotency-key', idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(noAnswer());
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.send(file);
  });
}

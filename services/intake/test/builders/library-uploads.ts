import type { HttpClient } from '@nqi/test-kit';

export const LIST = '/api/v1/materials';

export const titled = (title: string, more: Record<string, string> = {}) =>
  `${LIST}?${new URLSearchParams({ title, kind: 'report', ...more })}`;

export interface UploadAnswer {
  readonly status: number;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test reads what it expects
}

/** Sends a file as the portal does. */
export async function upload(
  url: string,
  who: HttpClient,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<UploadAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: who.authorization,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('检测报告.pdf'),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: await response.json() };
}

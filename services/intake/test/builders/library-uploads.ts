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

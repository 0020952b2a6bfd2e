import { createReadStream } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '@nqi/kernel';
import { EMPTY_SHA256, signedHeaders, type AwsCredentials } from './aws-request.signer.js';
import { MaterialStorage, storageFailure } from './material.storage.js';
import type { SpooledFile } from './upload.spool.js';

const TIMEOUT_MS = 30_000;

export interface S3Settings extends AwsCredentials {
  /** `https://host[:port]`; buckets are addressed by path, as every S3-compatible store understands. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
}

/** Keeps materials in an S3-compatible store. The store checks the hash of what it got against the signed one. */
export class S3Storage extends MaterialStorage {
  constructor(
    private readonly settings: S3Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  async keep(key: string, { path, size, sha256 }: SpooledFile): Promise<void> {
    const headers = { 'content-length': String(size), 'content-type': 'application/octet-stream' };
    const answer = await this.send('PUT', key, headers, sha256, createReadStream(path));
    await spent(answer, [200]);
  }

  async read(key: string): Promise<Readable> {
    const answer = await this.send('GET', key);
    if (answer.statusCode !== 200) await spent(answer, []);
    return answer;
  }

  async remove(key: string): Promise<void> {
    await spent(await this.send('DELETE', key), [200, 204, 404]);
  }

  private async send(
    method: string,
    key: string,
    headers: Record<string, string> = {},
    bodySha256 = EMPTY_SHA256,
    body: Readable = Readable.from([]),
  ): Promise<IncomingMessage> {
    const { endpoint, bucket, region } = this.settings;
    const url = new URL(`${endpoint}/${bucket}/${key}`);
    const signed = signedHeaders({ method, url, headers, bodySha256 }, this.settings, region, this.clock.now());
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method, headers: signed });
    request.setTimeout(TIMEOUT_MS, () => request.destroy(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })));
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', reject);
    });
    try {
      // A store may refuse before it has read everything; its answer counts then, not the broken pipe.
      const sent = pipeline(body, request).catch(() => undefined);
      return await Promise.race([answered, sent.then(() => answered)]);
    } catch (error) {
      throw storageFailure(error);
    }
  }
}

async function spent(answer: IncomingMessage, good: readonly number[]): Promise<void> {
  answer.resume();
  if (good.includes(answer.statusCode ?? 0)) return;
  throw storageFailure({ code: `HTTP_${answer.statusCode}` });
}

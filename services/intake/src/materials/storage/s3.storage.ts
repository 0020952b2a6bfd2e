import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { OnModuleDestroy } from '@nestjs/common';
import { MaterialStorage, storageFailure } from './material.storage.js';
import type { SpooledFile } from './upload.spool.js';

const CONNECT_MS = 5_000;
const BYTES = 'application/octet-stream';
/** How MinIO and Ceph say that a quota is used up; a status alone does not tell it from a refusal. */
const FULL = /StorageFull|QuotaExceeded/;
/** What goes wrong is thrown and logged by the service, in its own form. */
const UNHEARD = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface S3Settings {
  /** `https://host[:port]`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `path` as MinIO and Ceph understand without further ado; Aliyun OSS takes only `host` (bucket before the host). */
  readonly addressing: 'path' | 'host';
  /** How long the store may be silent. */
  readonly timeoutMs: number;
}

/**
 * Keeps materials in an S3-compatible store. What is sent carries its hash in the signed `x-amz-content-sha256` and in
 * `x-amz-checksum-sha256`, so that a store of any make refuses what was damaged on the way; the library's own way, a
 * trailer behind `aws-chunked` parts, is refused by Aliyun OSS. Nothing is tried twice: the stream would be spent.
 */
export class S3Storage extends MaterialStorage implements OnModuleDestroy {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, addressing, timeoutMs, accessKeyId, secretAccessKey }: S3Settings) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: addressing === 'path',
      maxAttempts: 1,
      logger: UNHEARD,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: Math.min(CONNECT_MS, timeoutMs), socketTimeout: timeoutMs },
    });
  }

  onModuleDestroy(): void {
    this.client.destroy();
  }

  async keep(key: string, { path, size, sha256 }: SpooledFile): Promise<void> {
    const body = createReadStream(path);
    const unreadable = new AbortController();
    body.once('error', () => unreadable.abort());
    const command = new PutObjectCommand({
      ...this.placeOf(key),
      Body: body,
      ContentLength: size,
      ContentType: BYTES,
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    });
    command.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
        return next(args);
      },
      { step: 'build', name: 'signedBodyHash' },
    );
    try {
      await this.client.send(command, { abortSignal: unreadable.signal });
    } catch (error) {
      throw failureOf(error);
    } finally {
      body.destroy();
    }
  }

  async read(key: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.placeOf(key)));
      return Body as Readable;
    } catch (error) {
      throw failureOf(error);
    }
  }

  async remove(key: string): Promise<void> {
    try {
      await this.client.send(new DeleteObjectCommand(this.placeOf(key)));
    } catch (error) {
      if (statusOf(error) !== 404) throw failureOf(error);
    }
  }

  private placeOf(key: string) {
    return { Bucket: this.bucket, Key: key };
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** Without an answer the library's names (`TimeoutError`) say more than the missing code of the system. */
function failureOf(error: unknown): Error {
  const { name = '', code } = error as { name?: string; code?: string };
  const status = statusOf(error);
  if (status === 507 || FULL.test(name)) return storageFailure({ code: 'ENOSPC' });
  return storageFailure({ code: status === undefined ? (code ?? name) : `HTTP_${status} ${name}` });
}

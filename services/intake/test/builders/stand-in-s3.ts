import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const S3_ACCOUNT = { accessKeyId: 'nqi', secretAccessKey: 'a secret of the test', region: 'cn-test' };

/** What goes wrong with the next uploads or downloads. */
export type S3Mood = 'well' | 'refuses' | 'full' | 'silent' | 'cuts' | 'damages';

/** An S3 store that believes nothing: it reckons signature and hash of every request itself, by the published rules. */
export class StandInS3 {
  readonly objects = new Map<string, Buffer>();
  mood: S3Mood = 'well';
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async up(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async down(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { mood } = this;
    const key = new URL(request.url ?? '', this.url).pathname;
    if (mood === 'refuses') return refuse(response, 403, 'AccessDenied');
    if (mood === 'full') return refuse(response, 507, 'XMinioStorageFull');
    if (mood === 'cuts' && request.method === 'PUT') {
      request.once('data', () => request.socket.destroy());
      return;
    }
    const body = await bytesOf(request);
    if (!body || mood === 'silent') return;
    if (mood === 'damages' && body.length > 0) body[0] = (body[0] ?? 0) ^ 1;
    const fault = faultOf(request, body);
    if (fault) return refuse(response, fault === 'SignatureDoesNotMatch' ? 403 : 400, fault);
    if (request.method === 'PUT') this.objects.set(key, body);
    if (request.method === 'DELETE') this.objects.delete(key);
    if (request.method !== 'GET') return void response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    const found = this.objects.get(key);
    if (!found) return refuse(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': found.length });
    if (mood !== 'cuts') return void response.end(found);
    response.write(found.subarray(0, found.length / 2), () => response.destroy());
  }
}

/** Undefined when the sender hung up. */
async function bytesOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function faultOf({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | undefined {
  const scheme =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, account, day = '', region = '', names = '', signature] = scheme.exec(headers.authorization ?? '') ?? [];
  const signed = names.split(';').map((name) => [name, String(headers[name])] as const);
  const expected = signatureOf({ method, url, signed, day, region }, S3_ACCOUNT.secretAccessKey);
  const known = account === S3_ACCOUNT.accessKeyId && region === S3_ACCOUNT.region;
  if (!known || signature !== expected) return 'SignatureDoesNotMatch';
  const sha256 = createHash('sha256').update(body).digest();
  if (headers['x-amz-content-sha256'] !== sha256.toString('hex')) return 'XAmzContentSHA256Mismatch';
  if (method === 'PUT' && headers['x-amz-checksum-sha256'] !== sha256.toString('base64')) return 'BadDigest';
  return undefined;
}

export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly signed: readonly (readonly [name: string, value: string])[];
  readonly day: string;
  readonly region: string;
}

/** AWS Signature Version 4 of a request as it came in; the signed headers say when and over which bytes. */
export function signatureOf({ method, url, signed, day, region }: SignedRequest, secret: string): string {
  const [path = '', query = ''] = url.split('?');
  const header = new Map(signed);
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  const canonical = [
    method,
    path,
    pairs.sort().join('&'),
    ...signed.map(([name, value]) => `${name}:${value.trim()}`),
    '',
    [...header.keys()].join(';'),
    header.get('x-amz-content-sha256'),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', header.get('x-amz-date'), scope, digest].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((by, part) => createHmac('sha256', by).update(part).digest(), `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex');
}

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestService, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { StrayFilesRunner } from '../src/materials/stray-files.runner.js';
import { PDF } from './builders/files.js';
import { LIST, titled, upload } from './builders/library-uploads.js';
import { owner } from './builders/offices.js';
import { EICAR, StandInClamd } from './builders/stand-in-clamd.js';
import { S3_ACCOUNT, StandInS3, signatureOf, type S3Mood } from './builders/stand-in-s3.js';

/** Larger than what waits in any socket, so that it matters who reads. */
const LARGE = Buffer.concat([PDF, Buffer.alloc(4 * 1024 * 1024, 10)]);

describe('The material library on S3, scanned by ClamAV', () => {
  let directory: string;
  let s3: StandInS3;
  let clamd: StandInClamd;
  let service: TestService;
  let enterprise: HttpClient;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nqi-materials-'));
    [s3, clamd] = await Promise.all([new StandInS3().up(), new StandInClamd().up()]);
    Object.assign(process.env, {
      ...{ MATERIAL_DIR: directory, MATERIAL_STORE: 's3', S3_ENDPOINT: s3.url, S3_BUCKET: 'nqi' },
      ...{ S3_REGION: S3_ACCOUNT.region, S3_ACCESS_KEY_ID: S3_ACCOUNT.accessKeyId },
      ...{ S3_SECRET_ACCESS_KEY: S3_ACCOUNT.secretAccessKey, S3_TIMEOUT_SECONDS: '1' },
      ...{ CLAMAV_URL: clamd.url, CLAMAV_TIMEOUT_SECONDS: '1' },
    });
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
  });

  afterEach(() => {
    s3.mood = 'well';
    Object.assign(clamd, { mood: 'well', mostBytes: Infinity });
  });

  afterAll(async () => {
    await service?.stop();
    await Promise.all([s3?.down(), clamd?.down()]);
    await rm(directory, { recursive: true, force: true });
  });

  const send = (title: string, bytes: Buffer, headers: Record<string, string> = {}) =>
    upload(service.url + titled(title), enterprise, bytes, headers);

  const download = (path: string) =>
    fetch(service.url + path, { headers: { authorization: enterprise.authorization } });

  /** Runs the sweep as it will run two hours from now. */
  async function sweep(): Promise<void> {
    await service.query(`UPDATE stray_object SET since = since - interval '2 hours'`);
    await service.app.get(StrayFilesRunner).pass();
  }

  const spooled = () => readdir(join(directory, 'incoming'));
  const usedBytes = async () => (await enterprise.get(LIST)).body.usedBytes as number;

  it('is measured by a store that reckons as the documentation of S3 does', () => {
    const signed = Object.entries({
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    });
    const example = { method: 'GET', url: '/test.txt', signed, day: '20130524', region: 'us-east-1' };

    expect(signatureOf(example, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  it('takes a file, has it scanned, gives it back, opens it by an address, and lets it go', async () => {
    const { status, body } = await send('检测报告', LARGE);
    expect({ status, scanned: body.scanned }).toEqual({ status: 201, scanned: true });
    expect(clamd.scanned.at(-1)?.equals(LARGE)).toBe(true);
    expect([...s3.objects.keys()]).toEqual([expect.stringMatching(/^\/nqi\/[0-9a-f]{48}$/)]);

    const given = await download(`${LIST}/${body.id}/content`);
    expect(Buffer.from(await given.arrayBuffer()).equals(LARGE)).toBe(true);
    const { address } = (await enterprise.post(`${LIST}/${body.id}/address`)).body;
    expect(Buffer.from(await (await fetch(service.url + address)).arrayBuffer()).equals(LARGE)).toBe(true);

    await enterprise.post(`${LIST}/${body.id}/retire`);
    await service.query(`UPDATE material SET retired_at = now() - interval '2 hours'`);
    await service.app.get(StrayFilesRunner).pass();
    expect([...s3.objects.keys()]).toEqual([]);
    expect(await usedBytes()).toBe(0);
  });

  it.each<[S3Mood, number, string]>([
    ['refuses', 503, 'MATERIAL.STORAGE_AWAY'],
    ['full', 507, 'MATERIAL.STORAGE_FULL'],
    ['silent', 503, 'MATERIAL.STORAGE_AWAY'],
    ['cuts', 503, 'MATERIAL.STORAGE_AWAY'],
    ['damages', 503, 'MATERIAL.STORAGE_AWAY'],
  ])(
    'says clearly what is wrong (the store %s), keeps nothing, and takes the file on the next try',
    async (mood, status, type) => {
      const before = await usedBytes();
      const key = { 'idempotency-key': `store-${mood}` };
      s3.mood = mood;

      expect(await send(mood, LARGE, key)).toMatchObject({ status, body: { type } });

      expect({ spooled: await spooled(), used: await usedBytes() }).toEqual({ spooled: [], used: before });
      expect((await enterprise.get(titled(mood))).body.items).toEqual([]);
      s3.mood = 'well';
      const kept = await send(mood, LARGE, key);
      expect(kept.status).toBe(201);
      await sweep();
      expect((await download(`${LIST}/${kept.body.id}/content`)).status).toBe(200);
    },
  );

  it('sweeps what a store took and could not say', async () => {
    const known = [...s3.objects.keys()];
    s3.mood = 'silent';
    await send('迟', PDF);
    const [{ object_key = '' } = {}] = await service.query<{ object_key: string }>(
      'SELECT object_key FROM stray_object',
    );
    s3.objects.set(`/nqi/${object_key}`, PDF);
    s3.mood = 'well';

    await sweep();

    expect([...s3.objects.keys()]).toEqual(known);
    expect(await service.query('SELECT * FROM stray_object')).toEqual([]);
  });

  it('answers an error for what the store does not give, and never half a file for a whole one', async () => {
    const { body } = await send('读', LARGE);
    for (const mood of ['refuses', 'silent'] as const) {
      s3.mood = mood;
      expect((await enterprise.get(`${LIST}/${body.id}/content`)).body.type).toBe('MATERIAL.STORAGE_AWAY');
    }
    s3.mood = 'cuts';
    const given = await download(`${LIST}/${body.id}/content`);
    await expect(given.arrayBuffer()).rejects.toThrow();
  });

  it.each([
    ['finds malware', {}, 422, 'MATERIAL.INFECTED'],
    ['takes the file for too large', { mostBytes: 1024 }, 413, 'MATERIAL.TOO_LARGE_TO_SCAN'],
    ['says nothing', { mood: 'silent' }, 503, 'MATERIAL.SCAN_AWAY'],
    ['hangs up', { mood: 'cuts' }, 503, 'MATERIAL.SCAN_AWAY'],
    ['is cut off before its word is whole', { mood: 'cuts its word' }, 503, 'MATERIAL.SCAN_AWAY'],
  ])('takes no file when the scanner %s', async (name, how, status, type) => {
    const before = { objects: s3.objects.size, used: await usedBytes() };
    Object.assign(clamd, how);
    const bytes = type === 'MATERIAL.INFECTED' ? Buffer.concat([PDF, Buffer.from(EICAR)]) : LARGE;

    expect(await send(name, bytes)).toMatchObject({ status, body: { type } });

    expect({ objects: s3.objects.size, used: await usedBytes() }).toEqual(before);
    expect(await spooled()).toEqual([]);
    expect(await service.query('SELECT * FROM stray_object')).toEqual([]);
  });
});

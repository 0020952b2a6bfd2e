import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { newId } from '@nqi/kernel';
import { TestService, eventually, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { MaterialStorage, storageFailure } from '../src/materials/storage/material.storage.js';
import { StrayFilesRunner } from '../src/materials/stray-files.runner.js';
import { PDF, PNG, docx } from './builders/files.js';
import { LIST, titled, upload as send } from './builders/library-uploads.js';
import { clerk, owner, stranger } from './builders/offices.js';

const MB = 1024 * 1024;

describe('The material library', () => {
  let directory: string;
  let service: TestService;
  let enterprise: HttpClient;
  let other: HttpClient;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nqi-materials-'));
    process.env['MATERIAL_DIR'] = directory;
    process.env['MATERIAL_ENTERPRISE_MB'] = '8';
    process.env['MATERIAL_FILE_MB'] = '5';
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    other = await service.as(stranger);
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(async () => {
    await service?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const upload = (who: HttpClient, path: string, bytes: Buffer, headers: Record<string, string> = {}) =>
    send(service.url + path, who, bytes, headers);

  /** Everything on disk: what is kept and what is coming in. */
  async function files(): Promise<string[]> {
    const found = await readdir(directory, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  /** A PDF of a size. */
  const large = (bytes: number) => Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length, 10)]);

  it('keeps a file and gives it back as it was, only ever as a download', async () => {
    const { status, body } = await upload(enterprise, titled('检测报告', { validUntil: '2099-01-01' }), PDF);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: '检测报告',
      version: 1,
      kind: 'report',
      fileName: '检测报告.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
      scanned: false,
      validUntil: '2099-01-01',
    });

    const given = await fetch(`${service.url}${LIST}/${body.id}/content`, {
      headers: { authorization: enterprise.authorization },
    });
    expect(Buffer.from(await given.arrayBuffer()).equals(PDF)).toBe(true);
    expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E6/);
    expect(given.headers.get('x-content-type-options')).toBe('nosniff');
    expect(given.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('opens by an address for a while, and by no other', async () => {
    const { body } = await upload(enterprise, titled('地址'), PNG);
    const { address } = (await enterprise.post(`${LIST}/${body.id}/address`)).body;

    expect((await fetch(service.url + address)).status).toBe(200);
    const [id, expires, mac] = address.split('/').at(-1).split('.');
    for (const forged of [`${id}.${Number(expires) + 9}.${mac}`, `${newId()}.${expires}.${mac}`, 'x', `${id}.1.x`]) {
      expect((await fetch(`${service.url}${LIST}/downloads/${forged}`)).status).toBe(404);
    }
    expect((await other.post(`${LIST}/${body.id}/address`)).status).toBe(404);
  });

  it('takes the same title again as its next version and lists the newest', async () => {
    for (let i = 0; i < 3; i += 1) await upload(enterprise, titled('营业执照'), PDF);

    const newest = (await enterprise.get(`${LIST}?limit=200`)).body.items;
    const all = (await enterprise.get(`${LIST}?title=${encodeURIComponent('营业执照')}`)).body.items;

    expect(newest.filter(({ title }: { title: string }) => title === '营业执照')).toMatchObject([{ version: 3 }]);
    expect(all.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
  });

  it('repeats an upload under one key as one, and leaves one file', async () => {
    const before = (await files()).length;
    const again = () => upload(enterprise, titled('重复'), PDF, { 'idempotency-key': 'u1' });

    const [first, second] = [await again(), await again()];

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect((await files()).length).toBe(before + 1);
    expect((await upload(enterprise, titled('重复'), PNG, { 'idempotency-key': 'u1' })).body.type).toBe(
      'IDEMPOTENCY.OTHER_BODY',
    );
    expect((await files()).length).toBe(before + 1);
  });

  it('takes a name for data, wherever it points', async () => {
    const name = encodeURIComponent('../../../etc/\u0000passwd<b>.pdf');
    const { body } = await upload(enterprise, titled('路径'), PDF, { 'x-file-name': name });

    expect(body.fileName).toBe('passwdb.pdf');
    expect((await files()).every((file) => /^[0-9a-f]{48}$/.test(file))).toBe(true);
    for (const bad of ['%E0%A4%A', '..', '', '%2F']) {
      expect((await upload(enterprise, titled('路径'), PDF, { 'x-file-name': bad })).body.type).toBe(
        'MATERIAL.FILE_NAME',
      );
    }
  });

  it('refuses bad files and bad fields by name and keeps nothing of them', async () => {
    const before = await files();
    const svg = Buffer.from('<svg onload="alert(1)"/>');
    const bomb = docx({ name: 'a', inflated: 500 * MB });

    expect((await upload(enterprise, titled('坏'), svg)).body.type).toBe('MATERIAL.MARKUP');
    expect((await upload(enterprise, titled('坏'), bomb)).body.type).toBe('MATERIAL.ZIP_BOMB');
    expect((await upload(enterprise, titled('坏', { validUntil: '2026-02-30' }), PDF)).body).toMatchObject({
      type: 'MATERIAL.VALIDITY',
      errors: [{ pointer: '/validUntil' }],
    });
    expect((await upload(enterprise, titled('坏', { kind: 'film' }), PDF)).status).toBe(400);
    expect((await upload(enterprise, titled('坏', { path: '/etc' }), PDF)).status).toBe(400);
    expect((await enterprise.post(titled('坏'), { a: 1 })).body.type).toBe('MATERIAL.NO_FILE');
    expect((await upload(enterprise, '/api/v1/requests', PDF)).status).toBe(415);
    expect(await files()).toEqual(before);
  });

  it('refuses what is too large, whether or not it says so beforehand', async () => {
    const before = await files();
    expect(await upload(enterprise, titled('大'), large(5 * MB + 1))).toMatchObject({
      status: 413,
      body: { type: 'MATERIAL.TOO_LARGE' },
    });
    expect(await chunked(enterprise, titled('大'), 6)).toBe(413);
    expect(await files()).toEqual(before);
  });

  it('leaves nothing of an upload whose connection is cut', async () => {
    const before = await files();
    await cut(enterprise, titled('断'));

    await eventually(async () => expect(await files()).toEqual(before));
    expect((await enterprise.get(`${LIST}?title=${encodeURIComponent('断')}`)).body.items).toEqual([]);
  });

  it.each([
    ['ENOSPC', 507, 'MATERIAL.STORAGE_FULL', 0],
    ['EIO', 503, 'MATERIAL.STORAGE_AWAY', 1],
  ])(
    'answers a store that fails with %s by %i and leaves nothing but, on doubt, work for the sweep',
    async (code, status, type, left) => {
      const before = await files();
      jest.spyOn(service.app.get(MaterialStorage), 'keep').mockRejectedValue(storageFailure({ code }) as never);

      expect(await upload(enterprise, titled('满'), PDF)).toMatchObject({ status, body: { type } });

      expect(await files()).toEqual(before);
      expect(await service.query('DELETE FROM stray_object RETURNING object_key')).toHaveLength(left);
    },
  );

  it('never passes the limit of an enterprise, however many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => upload(other, titled(`并发${i}`), large(3 * MB))),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    const { usedBytes, mostBytes, items } = (await other.get(LIST)).body;
    expect({ usedBytes, mostBytes, count: items.length }).toEqual({ usedBytes: 6 * MB, mostBytes: 8 * MB, count: 2 });
    expect(await service.query('SELECT * FROM stray_object')).toEqual([]);
  });

  it('retires once seen as it is, and gives the room back when no request names it', async () => {
    const { body } = await upload(enterprise, titled('旧'), PDF);
    const used = async () => (await enterprise.get(LIST)).body.usedBytes;
    const before = await used();

    expect((await other.post(`${LIST}/${body.id}/retire`)).status).toBe(404);
    expect((await enterprise.post(`${LIST}/${body.id}/retire`, {}, { 'if-match': '"7"' })).status).toBe(412);
    const retired = await enterprise.post(`${LIST}/${body.id}/retire`, {}, { 'if-match': '"1"' });
    expect(retired.body).toMatchObject({ unfit: 'RETIRED', revision: 2 });

    await service.query(`UPDATE material SET retired_at = now() - interval '2 hours' WHERE id = $1`, [body.id]);
    await service.app.get(StrayFilesRunner).pass();
    expect(await used()).toBe(before - PDF.length);
    expect((await enterprise.get(`${LIST}/${body.id}/content`)).body.type).toBe('MATERIAL.NO_FILE_HERE');
  });

  it('removes the file of a process that died before it was on record', async () => {
    const { body } = await upload(enterprise, titled('孤'), PDF);
    const [row] = await service.query<{ object_key: string }>(`SELECT object_key FROM material WHERE id = $1`, [
      body.id,
    ]);
    const key = row?.object_key ?? '';
    await service.query(`DELETE FROM material WHERE id = $1`, [body.id]);
    await service.query(`INSERT INTO stray_object VALUES ($1, now() - interval '2 hours')`, [key]);
    expect(await files()).toContain(key);

    await service.app.get(StrayFilesRunner).pass();

    expect(await files()).not.toContain(key);
  });

  it.each([`' OR '1'='1`, `'; DROP TABLE material; --`, `x') UNION SELECT * FROM material --`, '%'])(
    'takes %j for a title like any other',
    async (title) => {
      await upload(other, titled('注入'), PDF);
      expect((await enterprise.get(`${LIST}?${new URLSearchParams({ title })}`)).body.items).toEqual([]);

      expect((await upload(enterprise, titled(title), PDF)).body.title).toBe(title);
      expect((await enterprise.get(`${LIST}?${new URLSearchParams({ title })}`)).body.items).toMatchObject([{ title }]);
      expect((await enterprise.get(`${LIST}?${new URLSearchParams({ cursor: title })}`)).status).toBe(422);
    },
  );

  it('is nobody else’s, and staff keep no library', async () => {
    const { body } = await upload(enterprise, titled('私'), PDF);
    const office = await service.as(clerk);

    for (const who of [other, office]) {
      expect((await who.get(`${LIST}/${body.id}`)).status).toBe(404);
      expect((await who.get(`${LIST}/${body.id}/content`)).status).toBe(404);
    }
    expect((await office.get(LIST)).status).toBe(403);
    expect((await upload(office, titled('x'), PDF)).status).toBe(403);
    expect((await (await service.as()).get(LIST)).status).toBe(401);
  });

  const options = (who: HttpClient) => ({
    method: 'POST',
    agent: false,
    headers: {
      authorization: who.authorization,
      'content-type': 'application/octet-stream',
      'x-file-name': 'a.pdf',
    },
  });

  /** Sends megabytes without saying how many; resolves to the status. */
  function chunked(who: HttpClient, path: string, megabytes: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(service.url + path, options(who), (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      request.on('error', reject);
      request.write(PDF);
      for (let i = 0; i < megabytes; i += 1) request.write(Buffer.alloc(MB, 10));
      request.end();
    });
  }

  /** Begins an upload and hangs up once the service has some of it. */
  async function cut(who: HttpClient, path: string): Promise<void> {
    const known = await files();
    const request = httpRequest(service.url + path, options(who));
    request.on('error', () => undefined);
    request.write(large(2 * MB));
    await eventually(async () => expect((await files()).length).toBe(known.length + 1));
    request.destroy();
  }
});

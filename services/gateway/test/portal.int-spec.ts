import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { staffOf } from '@nqi/test-kit';
import { TestGateway } from './support/test-gateway.js';

describe('the portal’s files', () => {
  let directory: string;
  let gateway: TestGateway;
  const PAGE = '<!doctype html><title>portal</title>';
  const SCRIPT = 'export const one = 1;'.repeat(100);

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'nqi-portal-'));
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'index.html'), PAGE);
    writeFileSync(join(directory, 'favicon.svg'), '<svg/>');
    writeFileSync(join(directory, 'assets', 'index-1a2b3c.js'), SCRIPT);
    writeFileSync(join(directory, 'assets', 'index-1a2b3c.js.gz'), gzipSync(SCRIPT));
    gateway = await TestGateway.start({ PORTAL_DIR: directory });
  });

  afterAll(async () => {
    await gateway?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const get = (path: string, accept = 'text/html') => fetch(gateway.url + path, { headers: { accept } });

  it.each(['/', '/index.html', '/requests/0193-abc', '/verify?number=ZZ-JL-1'])(
    'show the page at %s, never kept',
    async (path) => {
      const answer = await get(path);

      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toBe(PAGE);
    },
  );

  it('are kept for ever where their name holds a hash, and shortly elsewhere', async () => {
    const [script, icon] = await Promise.all([get('/assets/index-1a2b3c.js', '*/*'), get('/favicon.svg', '*/*')]);

    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(icon.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(await script.text()).toBe(SCRIPT);
  });

  it('travel compressed where the build left a compressed twin', async () => {
    const answer = await fetch(`${gateway.url}/assets/index-1a2b3c.js`, { headers: { 'accept-encoding': 'gzip' } });

    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe(SCRIPT);
  });

  it('end where they end: no page in place of a missing file, of the API or of a file outside', async () => {
    const answers = await Promise.all([
      get('/assets/missing.js', '*/*'),
      get('/.env'),
      get('/assets/..%2f..%2f..%2fetc%2fpasswd'),
      (await gateway.as(staffOf('PROV-370000'))).get('/api/v1/nothing', { accept: 'text/html' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(answers.every(({ headers }) => headers.get('content-type')?.startsWith('application/problem+json'))).toBe(
      true,
    );
  });

  it('run no script but their own', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';

    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.split(';').find((part) => part.includes('unsafe-inline'))).toMatch(/style-src /);
  });

  it('appear without a restart once they are built; before, a plain page says so', async () => {
    const fresh = join(directory, 'later');
    mkdirSync(fresh);
    const own = await TestGateway.start({ PORTAL_DIR: fresh });
    const before = await fetch(own.url, { headers: { accept: 'text/html' } });
    const text = await before.text();
    writeFileSync(join(fresh, 'index.html'), PAGE);
    const after = await fetch(own.url, { headers: { accept: 'text/html' } });
    await own.stop();

    expect(before.status).toBe(503);
    expect(text).toContain('/api/openapi.json');
    expect(after.status).toBe(200);
  });
});

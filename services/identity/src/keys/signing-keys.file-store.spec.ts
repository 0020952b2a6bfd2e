import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '@nqi/platform';
import { SignJWT, createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { SigningKeys } from './signing-keys.file-store.js';

describe('SigningKeys', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nqi-keys-'));
    file = join(folder, 'secrets', 'jwt-keys.json');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes a key for this user alone when there is none, and finds it again', async () => {
    const made = await SigningKeys.load(file);
    const found = await SigningKeys.load(file);

    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await found.signer(now())).kid).toBe((await made.signer(now())).kid);
  });

  it('publishes nothing private', async () => {
    const published = await (await SigningKeys.load(file)).published(now());

    expect(Object.keys(published.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('makes one key for several starters at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => SigningKeys.load(file)));

    expect(new Set((await Promise.all(all.map((keys) => keys.signer(now())))).map(({ kid }) => kid)).size).toBe(1);
  });

  it('signs with the new key once it has been public for five minutes; old tokens stay good', async () => {
    const at = now();
    const keys = await SigningKeys.load(file, at);
    const old = await keys.signer(at);
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: old.kid }).sign(old.key);

    const added = await keys.rotate(at);

    expect((await keys.signer(at)).kid).toBe(old.kid);
    const later = new Date(at.getTime() + 5 * 60_000 + 1_000);
    expect((await keys.signer(later)).kid).toBe(added);
    const set = createLocalJWKSet((await keys.published(later)) as JSONWebKeySet);
    expect((await jwtVerify(token, set)).protectedHeader.kid).toBe(old.kid);
    expect((await keys.published(new Date(at.getTime() + 23 * 60_000))).keys.map(({ kid }) => kid)).toEqual([added]);
  });

  it('sees what another replica has changed', async () => {
    const [here, there] = await Promise.all([SigningKeys.load(file), SigningKeys.load(file)]);
    const added = await there.rotate(now());

    await eventuallyTrue(async () => (await here.published(now())).keys.some(({ kid }) => kid === added));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('drops keys that nobody needs when it takes a new one', async () => {
    const keys = await SigningKeys.load(file, now());
    await keys.rotate(now());
    await keys.rotate(new Date(Date.now() + 3_600_000));

    const { keys: kept } = JSON.parse(await readFile(file, 'utf8')) as { keys: unknown[] };
    expect(kept).toHaveLength(2);
  });

  it.each([
    ['{}'],
    ['{"keys": []}'],
    ['not JSON'],
    ['{"keys": [{"kty": "EC"}]}'],
    ['{"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}'],
  ])('says in one line what is wrong with %s', async (content) => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, content);

    await expect(SigningKeys.load(broken)).rejects.toThrow(SettingsError);
  });
});

const now = (): Date => new Date();

async function eventuallyTrue(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came true');
}

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
    expect(found.keyId).toBe(made.keyId);
  });

  it('publishes nothing private', async () => {
    const { published } = await SigningKeys.load(file);

    expect(Object.keys(published.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('makes one key for several starters at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => SigningKeys.load(file)));

    expect(new Set(all.map(({ keyId }) => keyId)).size).toBe(1);
  });

  it('signs with the first of several keys and publishes all', async () => {
    const old = await SigningKeys.load(file);
    const other = await SigningKeys.load(join(folder, 'other.json'));
    const [oldKey, newKey] = await Promise.all([file, join(folder, 'other.json')].map(firstKey));
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: old.keyId }).sign(old.key);

    await writeFile(file, JSON.stringify({ keys: [newKey, oldKey] }));
    const rotated = await SigningKeys.load(file);

    expect(rotated.keyId).toBe(other.keyId);
    expect(rotated.published.keys.map(({ kid }) => kid)).toEqual([other.keyId, old.keyId]);
    const verified = await jwtVerify(token, createLocalJWKSet(rotated.published as JSONWebKeySet));
    expect(verified.protectedHeader.kid).toBe(old.keyId);
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

  const firstKey = async (path: string): Promise<unknown> =>
    (JSON.parse(await readFile(path, 'utf8')) as { keys: unknown[] }).keys[0];
});

import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { SettingsError } from '@nqi/platform';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

export const SIGNING_ALGORITHM = 'ES256';
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'];

/**
 * The keys that access tokens are signed with: the first signs, all are published. To change keys, append the new one,
 * restart, wait until every verifier has seen it, put it first, and remove the old one once its last token has expired.
 */
export class SigningKeys {
  private constructor(
    readonly keyId: string,
    readonly key: CryptoKey,
    /** What everybody may know of the keys, as a JWK set. */
    readonly published: { readonly keys: readonly JWK[] },
  ) {}

  /** Reads the key file and makes it first when it is missing; of several starters at once one makes it for all. */
  static async load(file: string): Promise<SigningKeys> {
    await createWhenMissing(file);
    const keys = await readKeys(file);
    const [first] = keys;
    if (!first) throw new SettingsError([`JWT_KEY_FILE ${file} holds no key`]);
    const key = await importJWK(first, SIGNING_ALGORITHM).catch(() => undefined);
    if (!key || key instanceof Uint8Array || !first.d) {
      throw new SettingsError([`JWT_KEY_FILE ${file}: the first key cannot sign with ${SIGNING_ALGORITHM}`]);
    }
    return new SigningKeys(first.kid ?? '', key, { keys: keys.map(toPublic) });
  }
}

async function createWhenMissing(file: string): Promise<void> {
  if (await readFile(file).then(() => true, isOther('ENOENT'))) return;
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const content = JSON.stringify({ keys: [await identified(await exportJWK(privateKey))] }, null, 2);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
    await chmod(draft, 0o600);
    // A link never replaces: whoever comes second reads what the first one made.
    await link(draft, file).catch(isOther('EEXIST'));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Turns the one expected failure into `false`; every other one is thrown. */
const isOther =
  (expected: string) =>
  (error: unknown): false => {
    if ((error as { code?: string }).code === expected) return false;
    throw error;
  };

async function readKeys(file: string): Promise<JWK[]> {
  try {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
    return await Promise.all(keys.map(identified));
  } catch (error) {
    throw new SettingsError([`JWT_KEY_FILE ${file} cannot be read as {"keys": [JWK, …]}: ${String(error)}`]);
  }
}

async function identified(jwk: JWK): Promise<JWK> {
  return { ...jwk, kid: jwk.kid ?? (await calculateJwkThumbprint(jwk)), alg: SIGNING_ALGORITHM, use: 'sig' };
}

function toPublic(jwk: JWK): JWK {
  return Object.fromEntries(Object.entries(jwk).filter(([name]) => !PRIVATE_MEMBERS.includes(name))) as JWK;
}

import { readFile, stat } from 'node:fs/promises';
import { SettingsError, changeSecretFile, createSecretFile } from '@nqi/platform';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { LEAD_MS, isRotationDue, publishedOf, signerOf, type RingKey } from './key-ring.js';

export const SIGNING_ALGORITHM = 'ES256';
const HIDDEN_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth', 'signs_from'];
/** How often, at most, the file is looked at for a change that another replica made. */
const LOOK_AGAIN_MS = 1_000;

interface SigningKey extends RingKey {
  readonly key: CryptoKey | undefined;
  readonly publicPart: JWK;
}

/** What signs now. */
export interface Signer {
  readonly kid: string;
  readonly key: CryptoKey;
}

/**
 * The keys that access tokens are signed with, in a file that all replicas read. A key's `signs_from` (seconds since
 * 1970) says when its time comes; of keys without one the first signs. A change of the file counts within a second.
 */
export class SigningKeys {
  private lookedAt = Date.now();

  private constructor(
    private readonly file: string,
    private keys: readonly SigningKey[],
    private changedAt: number,
  ) {}

  /** Reads the key file and makes it first when it is missing; of several starters at once one makes it for all. */
  static async load(file: string, at = new Date()): Promise<SigningKeys> {
    await createSecretFile(file, async () => JSON.stringify({ keys: [await newKey(at)] }, null, 2));
    const { mtimeMs } = await stat(file);
    const keys = await readKeys(file);
    const loaded = new SigningKeys(file, keys, mtimeMs);
    await loaded.signer(at);
    return loaded;
  }

  async signer(at: Date): Promise<Signer> {
    await this.refresh();
    const signer = signerOf(this.keys, at);
    if (!signer?.key) {
      throw new SettingsError([
        `JWT_KEY_FILE ${this.file}: ${signer ? `key ${signer.kid} cannot sign with ${SIGNING_ALGORITHM}` : 'no key signs yet'}`,
      ]);
    }
    return { kid: signer.kid, key: signer.key };
  }

  /** What everybody may know of the keys, as a JWK set. */
  async published(at: Date): Promise<{ keys: readonly JWK[] }> {
    await this.refresh();
    return { keys: publishedOf(this.keys, at).map(({ publicPart }) => publicPart) };
  }

  /** True when the signing key is older than that and none is waiting. */
  async isRotationDue(at: Date, longestMs: number): Promise<boolean> {
    await this.refresh();
    return isRotationDue(this.keys, at, longestMs);
  }

  /**
   * Puts a new key into the file, which signs once it has been public for some minutes, and drops those that nobody
   * needs any more. Resolves with the new key's id, or undefined when another replica is at it.
   */
  async rotate(at: Date): Promise<string | undefined> {
    const added = await newKey(new Date(at.getTime() + LEAD_MS));
    const changed = await changeSecretFile(this.file, async (content) => {
      const keys = await Promise.all((JSON.parse(content) as { keys: JWK[] }).keys.map(identified));
      const needed = publishedOf(keys.map(toRingKey), at).map(({ kid }) => kid);
      const kept = keys.filter(({ kid }) => needed.includes(kid ?? ''));
      return JSON.stringify({ keys: [...kept, added] }, null, 2);
    });
    if (!changed) return undefined;
    this.lookedAt = 0;
    await this.refresh();
    return added.kid;
  }

  private async refresh(): Promise<void> {
    if (Date.now() - this.lookedAt < LOOK_AGAIN_MS) return;
    this.lookedAt = Date.now();
    const { mtimeMs } = await stat(this.file);
    if (mtimeMs === this.changedAt) return;
    this.keys = await readKeys(this.file);
    this.changedAt = mtimeMs;
  }
}

async function newKey(signsFrom: Date): Promise<JWK & { signs_from: number }> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk = await identified(await exportJWK(privateKey));
  return { ...jwk, signs_from: Math.floor(signsFrom.getTime() / 1_000) };
}

async function readKeys(file: string): Promise<SigningKey[]> {
  let found: SigningKey[];
  try {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
    found = await Promise.all(keys.map(toSigningKey));
  } catch (error) {
    throw new SettingsError([`JWT_KEY_FILE ${file} cannot be read as {"keys": [JWK, …]}: ${String(error)}`]);
  }
  if (found.length === 0) throw new SettingsError([`JWT_KEY_FILE ${file} holds no key`]);
  return found;
}

async function toSigningKey(given: JWK): Promise<SigningKey> {
  const jwk = await identified(given);
  const imported = jwk.d ? await importJWK(jwk, SIGNING_ALGORITHM) : undefined;
  return {
    ...toRingKey(jwk),
    key: imported instanceof Uint8Array ? undefined : imported,
    publicPart: Object.fromEntries(Object.entries(jwk).filter(([name]) => !HIDDEN_MEMBERS.includes(name))) as JWK,
  };
}

const toRingKey = (jwk: JWK): RingKey => ({
  kid: jwk.kid ?? '',
  signsFrom: Number((jwk as { signs_from?: number }).signs_from ?? 0) * 1_000,
});

async function identified(jwk: JWK): Promise<JWK> {
  return { ...jwk, kid: jwk.kid ?? (await calculateJwkThumbprint(jwk)), alg: SIGNING_ALGORITHM, use: 'sig' };
}

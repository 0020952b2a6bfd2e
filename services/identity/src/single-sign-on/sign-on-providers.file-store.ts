import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SettingsError } from '@nqi/platform';
import { unknownProvider } from './sign-on-problems.js';
import type { SignOnProvider } from './sign-on-provider.js';

/** As the file has it: the secret lies in a file of its own, beside this one unless the path is absolute. */
type StoredProvider = Omit<SignOnProvider, 'clientSecret' | 'scope' | 'secondFactor'> & {
  readonly clientSecretFile: string;
  readonly scope?: string;
  readonly secondFactor?: Partial<SignOnProvider['secondFactor']>;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The providers that people may sign in by; none unless a file names them. */
export class SignOnProviders {
  constructor(readonly list: readonly SignOnProvider[]) {}

  /** Throws SettingsError, with every fault, for a file that cannot be right. */
  static async load(file: string | undefined): Promise<SignOnProviders> {
    if (!file) return new SignOnProviders([]);
    const stored = await readStored(file);
    const faults = stored.flatMap((one) => faultsOf(one));
    const ids = stored.map(({ id }) => id);
    if (new Set(ids).size < ids.length) faults.push('two providers have the same id');
    if (faults.length > 0) throw new SettingsError(faults.map((fault) => `OIDC_PROVIDERS_FILE: ${fault}`));
    return new SignOnProviders(await Promise.all(stored.map((one) => withSecret(one, dirname(file)))));
  }

  /** Throws `invalid` for a name that no provider has. */
  get(id: string): SignOnProvider {
    const found = this.list.find((provider) => provider.id === id);
    if (!found) throw unknownProvider();
    return found;
  }
}

async function readStored(file: string): Promise<StoredProvider[]> {
  try {
    const { providers } = JSON.parse(await readFile(file, 'utf8')) as { providers: StoredProvider[] };
    if (!Array.isArray(providers)) throw new TypeError('"providers" is not a list');
    return providers;
  } catch (error) {
    throw new SettingsError([`OIDC_PROVIDERS_FILE ${file} cannot be used: ${String(error)}`]);
  }
}

async function withSecret(stored: StoredProvider, folder: string): Promise<SignOnProvider> {
  const { clientSecretFile, scope = 'openid', secondFactor = {}, ...rest } = stored;
  const path = resolve(folder, clientSecretFile);
  const clientSecret = await readFile(path, 'utf8').then(
    (text) => text.trim(),
    (error: unknown) => {
      throw new SettingsError([`the client secret of provider ${stored.id} cannot be read: ${String(error)}`]);
    },
  );
  const { acr = [], amr = [] } = secondFactor;
  return { ...rest, clientSecret, scope, secondFactor: { acr, amr } };
}

function faultsOf(stored: StoredProvider): string[] {
  const { id, label, issuer, clientId, clientSecretFile, redirectUri, scope, match, registration } = stored;
  const named = `provider ${String(id)}`;
  return [
    ...(/^[a-z0-9-]{1,40}$/.test(id) ? [] : [`"${String(id)}" cannot be the id of a provider`]),
    ...(label?.zh && label.en ? [] : [`${named} needs a label in zh and en`]),
    ...(isSecureUrl(issuer) ? [] : [`the issuer of ${named} must be an https address`]),
    ...(isSecureUrl(redirectUri) ? [] : [`the redirectUri of ${named} must be an https address`]),
    ...(clientId && clientSecretFile ? [] : [`${named} needs clientId and clientSecretFile`]),
    ...(!scope || scope.split(' ').includes('openid') ? [] : [`the scope of ${named} must hold openid`]),
    ...(!match || (match.usernameClaim && match.verifiedClaim)
      ? []
      : [`match of ${named} needs usernameClaim and verifiedClaim`]),
    ...(!registration || (registration.usccClaim && registration.nameClaim)
      ? []
      : [`registration of ${named} needs usccClaim and nameClaim`]),
  ];
}

/** Without TLS only within the machine. */
function isSecureUrl(text: string): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

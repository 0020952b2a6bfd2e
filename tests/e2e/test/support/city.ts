import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HttpClient } from '@nqi/test-kit/client';
import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from 'jose';

export interface Account {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  readonly organization: string;
}

interface StackFile {
  readonly baseUrl: string;
  readonly pids: Record<string, number>;
  readonly postgres: { readonly url: string };
  readonly kafka: { readonly brokers: string[] };
  readonly accounts: Account[];
}

/** The running system as its users know it: an address and accounts. */
export class City {
  private readonly sessions = new Map<string, { client: HttpClient; until: number }>();

  private constructor(private readonly file: string) {}

  static running(): City {
    const file = process.env['NQI_STACK'];
    if (!file) throw new Error('NQI_STACK names no running stack');
    return new City(file);
  }

  /** Read anew each time: a service that was restarted has another pid. */
  get stack(): StackFile {
    return JSON.parse(readFileSync(this.file, 'utf8')) as StackFile;
  }

  get anybody(): HttpClient {
    return new HttpClient(this.stack.baseUrl);
  }

  account(username: string): Account {
    const account = this.stack.accounts.find((candidate) => candidate.username === username);
    if (!account) throw new Error(`no account ${username}`);
    return account;
  }

  /** The key that the running system signs its access tokens with; it lies beside the stack's own file. */
  async signingKey(): Promise<{ key: CryptoKey; keyId: string }> {
    const { keys } = JSON.parse(readFileSync(join(dirname(this.file), '../secrets/jwt-keys.json'), 'utf8')) as {
      keys: [JWK, ...JWK[]];
    };
    const [jwk] = keys;
    return { key: (await importJWK(jwk, 'ES256')) as CryptoKey, keyId: jwk.kid ?? (await calculateJwkThumbprint(jwk)) };
  }

  /** Signs in once per account and again when the token runs out. */
  async as(username: string): Promise<HttpClient> {
    const known = this.sessions.get(username);
    if (known && known.until > Date.now()) return known.client;
    const { password } = this.account(username);
    const { status, body } = await this.anybody.post('/api/v1/auth/login', { username, password });
    if (status !== 200) throw new Error(`${username} cannot sign in: ${status} ${JSON.stringify(body)}`);
    const client = new HttpClient(this.stack.baseUrl, body.accessToken as string);
    this.sessions.set(username, { client, until: Date.now() + (Number(body.expiresIn) - 60) * 1_000 });
    return client;
  }
}

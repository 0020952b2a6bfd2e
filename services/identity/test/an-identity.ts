import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@nqi/kernel';
import {
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  prepareService,
  type AccessClaims,
  type Mode,
  type Principal,
} from '@nqi/platform';
import { HttpClient, TestService } from '@nqi/test-kit';
import { SignJWT } from 'jose';
import { definition } from '../src/definition.js';
import { SigningKeys } from '../src/keys/signing-keys.file-store.js';

export const DEMO_PASSWORD = 'Demonstration-2026';

/** Identity as it runs: it signs tokens itself and checks them by the keys it publishes. */
export class AnIdentity {
  private constructor(
    readonly service: TestService,
    private readonly folder: string,
    private readonly clock: Clock | undefined,
  ) {}

  static async start({ clock, mode = 'demonstration' }: { clock?: Clock; mode?: Mode } = {}): Promise<AnIdentity> {
    const folder = mkdtempSync(join(tmpdir(), 'nqi-identity-'));
    process.env['JWT_KEY_FILE'] = join(folder, 'jwt-keys.json');
    process.env['ACCOUNTS_FILE'] = join(folder, 'accounts.json');
    process.env['DEMO_PASSWORD'] = DEMO_PASSWORD;
    const port = await freePort();
    const jwksUrl = `http://127.0.0.1:${port}/.well-known/jwks.json`;
    const service = await TestService.start(definition, { clock, settings: { port, jwksUrl, mode } });
    return new AnIdentity(service, folder, clock);
  }

  get accountsFile(): string {
    return join(this.folder, 'accounts.json');
  }

  /** A caller without or with an access token. */
  client(accessToken?: string): HttpClient {
    return new HttpClient(this.service.url, accessToken);
  }

  logIn(username: string, password = DEMO_PASSWORD) {
    return this.client().post('/api/v1/auth/login', { username, password });
  }

  refresh(refreshToken: string) {
    return this.client().post('/api/v1/auth/refresh', { refreshToken });
  }

  /** A caller signed in with the demonstration's password. */
  async as(username: string): Promise<HttpClient> {
    const { body } = await this.logIn(username);
    return this.client(body.accessToken);
  }

  /** The key that access tokens are signed with now. */
  signer(): ReturnType<SigningKeys['signer']> {
    return this.service.app.get(SigningKeys).signer(this.now());
  }

  /** A caller with a token of our own key for somebody who need not exist. */
  async signedFor(principal: Principal): Promise<HttpClient> {
    const { kid, key } = await this.signer();
    const issuedAt = Math.floor(this.now().getTime() / 1_000);
    const claims: AccessClaims = {
      username: principal.username,
      name: principal.displayName,
      roles: principal.roles,
      org: principal.organizationId,
      org_kind: principal.organizationKind,
      org_name: principal.organizationName,
      node_path: principal.nodePath,
    };
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setSubject(principal.userId)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setExpirationTime(issuedAt + 900)
      .sign(key);
    return this.client(token);
  }

  private now(): Date {
    return this.clock?.now() ?? new Date();
  }

  /** Seeds once more, as every start of the stack may. */
  seed(mode: Mode = 'demonstration'): Promise<void> {
    return prepareService(definition, { ...this.service.settings, mode }, { clock: this.clock });
  }

  async stop(): Promise<void> {
    await this.service.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider, { type Context } from 'oidc-provider';

/** Somebody as the provider knows them. */
export interface Person {
  readonly sub: string;
  readonly acr?: string;
  readonly amr?: readonly string[];
  readonly [claim: string]: unknown;
}

const CLIENT = 'nqi';
const SECRET = 'a secret of the test alone';
const BACK = 'http://127.0.0.1/single-sign-on';
const CLAIMS = ['sub', 'amr', 'preferred_username', 'username_verified', 'uscc', 'org_name'];

/** A real OpenID provider on a port of its own, where whoever `person` is signs in without being asked. */
export class AnOpenIdProvider {
  /** Who sits at the browser. */
  person: Person = { sub: 'nobody' };
  /** What the token endpoint answers in place of the truth. */
  lie: ((response: ServerResponse) => Promise<void>) | undefined;

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  static async start(): Promise<AnOpenIdProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const self = new AnOpenIdProvider(issuer, server, mkdtempSync(join(tmpdir(), 'nqi-oidc-')));
    const provider = self.provider();
    const callback = provider.callback();
    server.on('request', (request, response) => {
      void self.answer(provider, callback, request, response);
    });
    return self;
  }

  /** Writes what identity is told of this provider, and of one that nobody runs. */
  writeProviders(): string {
    writeFileSync(join(this.folder, 'secret'), SECRET);
    const file = join(this.folder, 'providers.json');
    const city = {
      id: 'city',
      label: { zh: '枣庄市统一身份认证', en: 'City sign-on' },
      issuer: this.issuer,
      clientId: CLIENT,
      clientSecretFile: 'secret',
      redirectUri: BACK,
      match: { usernameClaim: 'preferred_username', verifiedClaim: 'username_verified' },
      registration: { usccClaim: 'uscc', nameClaim: 'org_name' },
      secondFactor: { acr: ['urn:mfa'], amr: ['otp'] },
    };
    const away = { ...city, id: 'away', issuer: 'http://127.0.0.1:9' };
    writeFileSync(file, JSON.stringify({ providers: [city, away] }));
    return file;
  }

  /** Goes where the portal would send the browser, as `person`, and says what it comes back with. */
  async visit(authorizationUrl: string): Promise<{ state: string; code?: string; error?: string; iss?: string }> {
    const jar = new Map<string, string>();
    let next = authorizationUrl;
    for (let hops = 0; hops < 10; hops += 1) {
      if (next.startsWith(BACK)) {
        const { state = '', code, error, iss } = Object.fromEntries(new URL(next).searchParams);
        return { state, code, error, iss };
      }
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location) throw new Error(`${answer.status} ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error('the provider sends the browser round and round');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private provider(): Provider {
    const provider: Provider = new Provider(this.issuer, {
      clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [BACK], application_type: 'web' }],
      acrValues: ['urn:mfa'],
      claims: { openid: CLAIMS, acr: null, iss: null, auth_time: null },
      conformIdTokenClaims: false,
      cookies: { keys: ['of the test alone'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
      pkce: { required: () => true, methods: ['S256'] },
      findAccount: (_: unknown, sub: string) => {
        const { person } = this;
        return { accountId: sub, claims: () => Promise.resolve({ ...person, acr: undefined, amr: undefined, sub }) };
      },
      loadExistingGrant: async ({ oidc }: Context) => {
        const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
    return provider;
  }

  private async answer(
    provider: Provider,
    callback: ReturnType<Provider['callback']>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { url = '' } = request;
    if (url === '/token' && this.lie) return this.lie(response);
    if (!url.startsWith('/interaction/')) return callback(request, response);
    const { sub, acr, amr } = this.person;
    const result = this.person['refuses']
      ? { error: 'access_denied', error_description: 'the person said no' }
      : { login: { accountId: sub, acr, amr } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}

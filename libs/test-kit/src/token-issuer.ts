import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type AccessClaims, type Principal } from '@nqi/platform';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** Stands where identity stands: publishes a key set and signs access tokens with it. */
export class TokenIssuer {
  private constructor(
    private readonly server: Server,
    private readonly key: SigningKey,
    readonly jwksUrl: string,
  ) {}

  static async start(): Promise<TokenIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }];
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TokenIssuer(server, privateKey, `http://127.0.0.1:${port}/jwks.json`);
  }

  /** A token that lasts `seconds` from `at`; negative for one that has expired. */
  sign(principal: Principal, seconds = 900, at = new Date()): Promise<string> {
    const claims: AccessClaims = {
      username: principal.username,
      name: principal.displayName,
      roles: principal.roles,
      org: principal.organizationId,
      org_kind: principal.organizationKind,
      org_name: principal.organizationName,
      ...(principal.nodePath && { node_path: principal.nodePath }),
      ...(principal.regionCode && { region: principal.regionCode }),
      ...(principal.parkCode && { park: principal.parkCode }),
    };
    const now = Math.floor(at.getTime() / 1_000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setSubject(principal.userId)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt(now - 1)
      .setExpirationTime(now + seconds)
      .sign(this.key);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SERVICE_NAMES } from '@nqi/contracts';
import { freePort } from '@nqi/local-stack';
import type { Principal } from '@nqi/platform';
import { HttpClient, TokenIssuer, eventually } from '@nqi/test-kit';
import { startNeighbours, stopNeighbours, type Neighbours } from './upstream.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PLENTY = '1000000';

/** The built gateway in a process of its own, before small real services, with a real Redis. */
export class TestGateway {
  private constructor(
    readonly neighbours: Neighbours,
    readonly tokens: TokenIssuer,
    readonly url: string,
    readonly process: ChildProcess,
  ) {}

  /** `settings` are environment variables that differ from the test's usual ones. */
  static async start(settings: Record<string, string> = {}): Promise<TestGateway> {
    const [neighbours, tokens, port] = await Promise.all([startNeighbours(), TokenIssuer.start(), freePort()]);
    const child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', process.env['LOG_LEVEL'] ? 'inherit' : 'ignore', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        NQI_PORT: String(port),
        REDIS_URL: process.env['REDIS_URL'],
        JWKS_URL: tokens.jwksUrl,
        LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
        RATE_LIMIT_PER_MINUTE: PLENTY,
        ANONYMOUS_RATE_LIMIT_PER_MINUTE: PLENTY,
        ...Object.fromEntries(SERVICE_NAMES.map((name) => [`UPSTREAM_${name.toUpperCase()}`, neighbours[name].url])),
        ...settings,
      },
    });
    const gateway = new TestGateway(neighbours, tokens, `http://127.0.0.1:${port}`, child);
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`the gateway ended with ${child.exitCode}`);
      expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    });
    return gateway;
  }

  async as(principal?: Principal): Promise<HttpClient> {
    return new HttpClient(this.url, principal && (await this.tokens.sign(principal)));
  }

  /** Asks the process to stop and returns its exit code. */
  async end(): Promise<number | null> {
    if (this.process.exitCode === null) {
      const exited = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await exited;
    }
    return this.process.exitCode;
  }

  async stop(): Promise<void> {
    await this.end();
    await Promise.all([stopNeighbours(this.neighbours), this.tokens.stop()]);
  }
}

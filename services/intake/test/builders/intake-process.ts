import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { HttpClient, eventually, type TestService } from '@nqi/test-kit';
import { owner } from './offices.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The service in a process of its own, so that it can die like one. */
export class IntakeProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: readonly string[],
    readonly http: HttpClient,
  ) {}

  /** Resolves once the process answers; it may still wait for a dead predecessor's place among the consumers. `failAt` names the place where it will die. */
  static async start(service: TestService, failAt?: string): Promise<IntakeProcess> {
    const { settings } = service;
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        NQI_MODE: 'demonstration',
        SERVICE_PORT: String(port),
        DATABASE_URL: settings.databaseUrl,
        KAFKA_BROKERS: settings.brokers.join(','),
        KAFKA_TOPIC_PREFIX: settings.topicPrefix,
        REDIS_URL: settings.redisUrl,
        JWKS_URL: service.jwksUrl,
        LOG_LEVEL: 'warn',
        NODE_OPTIONS: '',
        ...(failAt && { NQI_FAIL_AT: failAt }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => output.push(String(chunk)));
    const url = `http://127.0.0.1:${port}`;
    const started = new IntakeProcess(child, output, new HttpClient(url, await service.token(owner)));
    await started.ready(url);
    return started;
  }

  /** Waits until the process is gone and tells by which signal. */
  async death(): Promise<NodeJS.Signals | null> {
    if (this.alive) await new Promise((resolve) => this.child.once('exit', resolve));
    return this.child.signalCode;
  }

  async stop(): Promise<void> {
    if (!this.alive) return;
    this.child.kill('SIGTERM');
    await this.death();
  }

  private get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  private ready(url: string): Promise<void> {
    return eventually(async () => {
      if (!this.alive) throw new Error(`died: ${this.output.join('')}`);
      const answer = await fetch(`${url}/api/v1/catalog/packages`);
      if (answer.status !== 200) throw new Error(await answer.text());
    }, 60_000);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { HttpClient, eventually, type TestService } from '@nqi/test-kit';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** The ledger in a process of its own, so that it can die like one. */
export class LedgerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: string[],
    readonly http: HttpClient,
    private readonly port: number,
  ) {}

  static async start(service: TestService, failAt?: string): Promise<LedgerProcess> {
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
    return new LedgerProcess(child, output, new HttpClient(`http://127.0.0.1:${port}`), port);
  }

  /** Waits until the process takes events. */
  async ready(): Promise<this> {
    await eventually(async () => {
      if (this.child.exitCode !== null) throw new Error(`died: ${this.output.join('')}`);
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`);
      if (answer.status !== 200) throw new Error(await answer.text());
    }, 30_000);
    return this;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until the process is gone and tells by which signal. */
  async death(): Promise<NodeJS.Signals | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await new Promise((resolve) => this.child.once('exit', resolve));
    }
    return this.child.signalCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    await this.death();
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

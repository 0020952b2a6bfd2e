import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';
import type { TestService } from './test-service.js';

/** A built service in a process of its own, so that it can die like one. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: readonly string[],
    readonly url: string,
  ) {}

  /**
   * Starts `main` on the database and topics of a prepared test service and does not wait for it. With `failAt` it kills
   * itself at that failpoint. Where it listens nobody knows unless a port is given.
   */
  static start(main: string, { settings, jwksUrl }: TestService, failAt?: string, port = 0): ServiceProcess {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        NQI_MODE: 'demonstration',
        SERVICE_PORT: String(port),
        DATABASE_URL: settings.databaseUrl,
        KAFKA_BROKERS: settings.brokers.join(','),
        KAFKA_TOPIC_PREFIX: settings.topicPrefix,
        KAFKA_SESSION_MS: String(settings.sessionMs),
        REDIS_URL: settings.redisUrl,
        JWKS_URL: jwksUrl,
        LOG_LEVEL: 'warn',
        NODE_OPTIONS: '',
        ...(failAt && { NQI_FAIL_AT: failAt }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => output.push(String(chunk)));
    return new ServiceProcess(child, output, `http://127.0.0.1:${port}`);
  }

  /** The same on a free port, once it answers there; it may still wait for a dead predecessor's place among the consumers. */
  static async serving(main: string, service: TestService, failAt?: string): Promise<ServiceProcess> {
    return ServiceProcess.start(main, service, failAt, await freePort()).answers('/health/live');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get gone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits until the process takes requests and events. */
  ready(): Promise<this> {
    return this.answers('/health/ready');
  }

  /** Rejects with what the process said when it ends before. */
  private async answers(path: string): Promise<this> {
    await eventually(async () => {
      if (this.gone) return;
      const answer = await fetch(this.url + path);
      if (answer.status !== 200) throw new Error(await answer.text());
    }, 60_000);
    if (this.gone) throw new Error(`the service ended before it answered: ${this.output.join('')}`);
    return this;
  }

  /** Waits until the process is gone and tells by which signal. */
  async death(): Promise<NodeJS.Signals | null> {
    if (!this.gone) await once(this.child, 'exit');
    return this.child.signalCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.gone) return;
    this.child.kill(signal);
    await this.death();
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestService } from '@nqi/test-kit';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The service in a process of its own, so that it can die like one. */
export class RoutingProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly output: string[],
  ) {}

  /** Starts it on the database and topics of a prepared test service; with `failAt` it kills itself there. */
  static start({ settings, jwksUrl }: TestService, failAt?: string, port = 0): RoutingProcess {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        NQI_MODE: 'demonstration',
        SERVICE_PORT: String(port),
        DATABASE_URL: settings.databaseUrl,
        KAFKA_BROKERS: settings.brokers.join(','),
        KAFKA_TOPIC_PREFIX: settings.topicPrefix,
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
    return new RoutingProcess(child, output);
  }

  /** The same on a free port, once it answers there. */
  static async serving(service: TestService, failAt?: string): Promise<RoutingProcess & { readonly url: string }> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, 'close');
    const started = RoutingProcess.start(service, failAt, port);
    const url = `http://127.0.0.1:${port}`;
    for (;;) {
      if (started.gone) throw new Error(`the service ended before it served: ${started.output.join('')}`);
      const live = await fetch(`${url}/health/live`).catch(() => undefined);
      if (live?.ok) return Object.assign(started, { url });
      await delay(50);
    }
  }

  get gone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
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

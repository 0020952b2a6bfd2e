import { jest } from '@jest/globals';
import pg from 'pg';
import { isAlive } from '../machine/processes.mjs';
import { stopStack } from '../stack/stop-stack.mjs';
import { eventually } from './eventually.js';
import { FakeRepository, type StartedStack } from './fake-repository.js';

jest.setTimeout(120_000);

describe('the local stack', () => {
  let repository: FakeRepository;

  beforeAll(() => {
    repository = new FakeRepository();
  });

  // A test that failed must not keep the home from the next one; the group below has one stack for all its tests.
  beforeEach(async () => {
    if (!expect.getState().currentTestName?.includes('while it runs')) await repository.endAll();
  });

  afterAll(() => repository.remove());

  it('comes up from nothing, tells programs and people where it is, and has read what seeding wrote', async () => {
    const stack = repository.start();
    const address = await stack.ready();

    const { baseUrl, pids, accounts, kafka, postgres } = repository.describe();
    expect(baseUrl).toBe(address);
    expect(Object.keys(pids)).toEqual(['identity', 'routing', 'gateway']);
    expect(Object.values(pids).every(isAlive)).toBe(true);
    expect(accounts[0]).toMatchObject({ username: 'admin', role: 'administrator', password: expect.any(String) });
    expect(stack.output).toContain('administrator  admin  枣庄市平台');
    expect(stack.output).toContain('events: everybody has read them');
    const { env } = await bodyOf(address);
    expect(env).toMatchObject({
      UPSTREAM_ROUTING: repository.describe().services['routing']?.url,
      KAFKA_BROKERS: kafka.brokers.join(),
      NQI_MODE: 'demonstration',
    });
    const routing = await bodyOf(env['UPSTREAM_ROUTING'] ?? '');
    expect(routing.env['DATABASE_URL']).toBe(postgres.url.replace(/postgres$/, 'nqi_routing'));

    await stopInOrder(stack);
  });

  it('starts warm on the same state, without preparing again what this code prepared', async () => {
    const stack = repository.start();
    await stack.ready();

    expect(stack.output).toContain('0 prepared, 2 as they were');
    expect(await migrations()).toBe(1);

    await stopInOrder(stack);
  });

  describe('while it runs', () => {
    let stack: StartedStack;
    let address: string;

    beforeAll(async () => {
      stack = repository.start();
      address = await stack.ready();
    });

    afterAll(() => stopInOrder(stack));

    it('is the only one of its home: a second start says where the first one is', async () => {
      const second = repository.start();

      expect(await second.exit).toBe(1);
      expect(second.output).toContain(`already runs at ${address} (process ${stack.pid})`);
      expect(await bodyOf(address)).toMatchObject({ name: 'gateway' });
    });

    it.each(['routing', 'gateway'])('starts %s again on the same port when it is killed', async (name) => {
      const before = repository.describe();
      const url = before.services[name]?.url ?? '';

      process.kill(before.pids[name] ?? 0, 'SIGKILL');

      await eventually(async () => {
        const { pid } = await bodyOf(url);
        expect(pid).not.toBe(before.pids[name]);
        expect(repository.describe().pids[name]).toBe(pid);
      }, 30_000);
      expect(stack.output).toContain(`${name} ended (SIGKILL), starting it again`);
    });

    it('starts a service again that ends by itself, with a pause that grows', async () => {
      const url = repository.describe().services['identity']?.url ?? '';

      for (const pause of [250, 500]) {
        await eventually(async () => expect(await bodyOf(url)).toMatchObject({ name: 'identity' }), 30_000);
        await fetch(`${url}/crash`).catch(() => undefined);
        await eventually(() =>
          expect(stack.output).toContain(`identity ended (exit 3), starting it again in ${pause} ms`),
        );
      }

      await eventually(async () => expect(await bodyOf(url)).toMatchObject({ name: 'identity' }), 30_000);
    });

    it('brings its backing services back where they were when they are killed', async () => {
      const before = repository.describe();

      for (const { pid } of [before.postgres, before.kafka, before.redis]) process.kill(pid, 'SIGKILL');

      await eventually(() => {
        const after = repository.describe();
        for (const name of ['postgres', 'kafka', 'redis'] as const) {
          expect(after[name].pid).toEqual(expect.any(Number));
          expect(after[name].pid).not.toBe(before[name].pid);
        }
        expect(after.postgres.url).toBe(before.postgres.url);
        expect(after.kafka.brokers).toEqual(before.kafka.brokers);
      }, 60_000);
      expect(await migrations()).toBe(1);
    });
  });

  it('leaves nothing running when its supervisor is killed, and starts again on the same state', async () => {
    const first = repository.start();
    await first.ready();
    process.kill(first.pid, 'SIGKILL');
    await first.exit;

    const second = repository.start();
    await second.ready();

    expect(await migrations()).toBe(1);
    await stopInOrder(second);
  });

  it('starts again by itself after everything was killed at once', async () => {
    const first = repository.start();
    await first.ready();
    for (const pid of [first.pid, ...repository.processes().map((process) => process.pid)]) kill(pid);
    await first.exit;

    const second = repository.start();
    await second.ready();

    expect(await migrations()).toBe(1);
    await stopInOrder(second);
  });

  it('ends what survived a killed supervisor on a machine whose kernel does not', async () => {
    // Without setpriv on PATH nothing ends the orphans; the next start has to.
    const first = repository.start({ PATH: repository.pathWithout('setpriv') });
    await first.ready();
    const { pids, kafka } = repository.describe();
    process.kill(first.pid, 'SIGKILL');
    await first.exit;
    expect(isAlive(pids['routing'] ?? 0)).toBe(true);

    const second = repository.start();
    await second.ready();

    expect(second.output).toContain('that an earlier stack left behind');
    expect([pids['routing'] ?? 0, kafka.pid].some(isAlive)).toBe(false);
    await stopInOrder(second);
  });

  it('waits for a stack that is still stopping', async () => {
    const first = repository.start();
    await first.ready();
    first.signalGroup('SIGTERM');
    await eventually(() => expect(first.output).toContain('stopping'));

    const second = repository.start();
    await second.ready();

    expect(second.output).toContain(`waiting for process ${first.pid}, which is stopping`);
    await stopInOrder(second);
  });

  it('is ended by npm run stop', async () => {
    const stack = repository.start();
    await stack.ready();
    const said: string[] = [];

    expect(await stopStack(repository.home, (line) => said.push(line))).toBe(0);

    expect(said).toEqual(['stopped']);
    expect(await stack.exit).toBe(0);
    expect(repository.processes()).toEqual([]);
  });

  it('stops in the middle of a start as cleanly as later', async () => {
    const stack = repository.start();
    await eventually(() => expect(stack.output).toContain('topics: done'), 60_000);

    await stopInOrder(stack);
  });

  it('does not wait for a service that will not end when asked twice', async () => {
    const stack = repository.start();
    await stack.ready();
    process.kill(repository.describe().pids['routing'] ?? 0, 'SIGSTOP');
    stack.signalGroup('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const begun = Date.now();

    stack.signalGroup('SIGINT');

    expect(await stack.exit).toBe(0);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(repository.processes()).toEqual([]);
  });

  it('names the service that cannot start, with the end of its log', async () => {
    const stack = repository.start({ FAKE_BROKEN: 'gateway' });

    expect(await stack.exit).toBe(1);

    expect(stack.output).toContain('gateway stopped while starting');
    expect(stack.output).toContain('gateway cannot work: its configuration is wrong');
    expect(repository.processes()).toEqual([]);
  });

  async function stopInOrder(stack: StartedStack): Promise<void> {
    stack.signalGroup('SIGTERM');
    expect(await stack.exit).toBe(0);
    expect(repository.processes()).toEqual([]);
    expect(repository.isDescribed).toBe(false);
  }

  async function migrations(): Promise<number> {
    const url = repository.describe().postgres.url.replace(/postgres$/, 'nqi_routing');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query('SELECT count(*)::int AS times FROM migrated');
      return rows[0].times;
    } finally {
      await client.end();
    }
  }
});

async function bodyOf(url: string): Promise<{ name: string; pid: number; env: Record<string, string> }> {
  const response = await fetch(url);
  return (await response.json()) as { name: string; pid: number; env: Record<string, string> };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The kernel ended it with its parent.
  }
}

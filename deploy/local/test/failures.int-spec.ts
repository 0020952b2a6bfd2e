import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../machine/ports.mjs';
import { FakeRepository } from './fake-repository.js';
import { AS_ORDINARY_USER, itForOrdinaryUsers } from './ordinary-user.js';

jest.setTimeout(120_000);

/** What is missing on the machine is said in one line, with how to get it, and nothing is left running. */
describe('a start that cannot work', () => {
  let repository: FakeRepository;

  beforeEach(() => {
    repository = new FakeRepository();
  });

  afterEach(() => repository.remove());

  it('names Java when there is none', async () => {
    expect(await complaint({ PATH: repository.pathWithout('java'), JAVA_HOME: '' })).toMatch(
      /^Java 17 or newer is missing .*: apt-get install openjdk-17-jre-headless, or set JAVA_HOME, or set KAFKA_BROKERS/,
    );
  });

  it('names Java when it is too old', async () => {
    const old = join(repository.folder, 'jdk-11', 'bin');
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, 'java'), '#!/bin/sh\necho \'openjdk version "11.0.27" 2025-04-15\' >&2\n', { mode: 0o755 });

    expect(await complaint({ JAVA_HOME: join(repository.folder, 'jdk-11') })).toMatch(
      /java is Java 11, Apache Kafka needs 17: apt-get install/,
    );
  });

  it('names Maven when Kafka has to be fetched and there is none', async () => {
    expect(await complaint({ PATH: repository.pathWithout('mvn'), XDG_CACHE_HOME: emptyCache() })).toMatch(
      /^Maven is missing \(it fetches Apache Kafka [\d.]+\): apt-get install maven/,
    );
  });

  it('names the network when Maven cannot reach it', async () => {
    const port = await freePort();
    const proxies = ['http', 'https'].map((scheme) => `-D${scheme}.proxyHost=127.0.0.1 -D${scheme}.proxyPort=${port}`);
    const repositoryFolder = `-Dmaven.repo.local=${join(repository.folder, 'm2')}`;
    const env = { MAVEN_OPTS: [...proxies, repositoryFolder].join(' '), XDG_CACHE_HOME: emptyCache() };

    expect(await complaint(env)).toMatch(/^Apache Kafka could not be fetched, Maven Central cannot be reached/);
  });

  it('names Redis when neither the machine nor its distribution can give one', async () => {
    const path = repository.pathWithout('redis-server', 'valkey-server', 'apt-get');

    expect(await complaint({ PATH: path, XDG_CACHE_HOME: emptyCache() })).toMatch(
      /^redis-server was not found: install it, or set REDIS_URL/,
    );
  });

  it('names the port that NQI_PORT asks for when it is taken', async () => {
    const port = await freePort();
    const server = await listen(port);

    const said = await complaint({ NQI_PORT: String(port) });
    server.close();

    expect(said).toMatch(new RegExp(`^port ${port}, which NQI_PORT names, cannot be used`));
  });

  it.each(['http', '0', '70000'])('says that NQI_PORT=%s is no port', async (value) => {
    expect(await complaint({ NQI_PORT: value })).toBe(`NQI_PORT is "${value}" and must be a number from 1 to 65535`);
  });

  it('passes on what Docker says when its daemon answers and an image cannot be had', async () => {
    const bin = repository.pathWithout('docker');
    const script = '#!/bin/sh\n[ "$1" = run ] || exit 0\necho "pull access denied" >&2\nexit 125\n';
    writeFileSync(join(bin, 'docker'), script, { mode: 0o755 });

    const stack = repository.start({ PATH: bin });

    expect(await stack.exit).toBe(1);
    expect(stack.output).toMatch(/npm start: Docker could not run \S+:\n +pull access denied/);
  });

  it('names the backing service of the environment that does not answer', async () => {
    const port = await freePort();

    expect(await complaint({ REDIS_URL: `redis://127.0.0.1:${port}` })).toBe(
      `Redis at 127.0.0.1:${port}, named by REDIS_URL, does not answer: start it, correct the address, or unset REDIS_URL`,
    );
  });

  it('says how much room is missing on a small disk', async () => {
    const disk = join(repository.folder, 'disk');
    mkdirSync(disk);
    const mount = `mount -t tmpfs -o size=200m none ${disk} && exec "$@"`;
    const stack = repository.start({ NQI_HOME: join(disk, 'state') }, [...namespace(), 'sh', '-c', mount, 'sh']);

    expect(await stack.exit).toBe(1);

    expect(lastLine(stack.output)).toMatch(/has 0\.2 GB free and 1\.5 GB are needed: free some room, or set NQI_HOME/);
  });

  itForOrdinaryUsers('says that the state folder belongs to somebody else', async () => {
    mkdirSync(repository.home);
    chmodSync(repository.home, 0o500);
    const stack = repository.start({}, [...AS_ORDINARY_USER]);

    expect(await stack.exit).toBe(1);

    expect(lastLine(stack.output)).toMatch(
      /^cannot write to .*state \(EACCES\): run as the user it belongs to, or set NQI_HOME/,
    );
  });

  /** The one line that a start which ends by itself leaves the person with. */
  async function complaint(env: NodeJS.ProcessEnv): Promise<string> {
    const stack = repository.start(env);
    expect(await stack.exit).toBe(1);
    expect(repository.processes()).toEqual([]);
    return lastLine(stack.output);
  }

  function lastLine(output: string): string {
    return /^npm start: (.*)$/m.exec(output)?.[1] ?? output;
  }

  function emptyCache(): string {
    return join(repository.folder, 'cache');
  }
});

/** A private mount namespace; an ordinary user needs one of users around it. */
function namespace(): string[] {
  const asRoot = spawnSync('unshare', ['-m', 'true']).status === 0;
  return asRoot ? ['unshare', '-m'] : ['unshare', '-r', '-m'];
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}

import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { processesOf } from '../machine/processes.mjs';
import { eventually } from './eventually.js';

const FAKES = resolve(import.meta.dirname, 'fake');
const NODE_MODULES = resolve(import.meta.dirname, '../../../node_modules');

export interface Description {
  baseUrl: string;
  pid: number;
  pids: Record<string, number>;
  services: Record<string, { url: string }>;
  postgres: { url: string; pid: number };
  kafka: { brokers: string[]; pid: number };
  redis: { url: string; pid: number };
  accounts: { username: string; password: string; role: string }[];
}

/** A repository of stand-ins in a temporary folder, and the state of its stack beside it. */
export class FakeRepository {
  readonly folder = mkdtempSync(join(tmpdir(), 'nqi-stack-'));
  readonly root = join(this.folder, 'repository');
  readonly home = join(this.folder, 'state');
  private readonly started: StartedStack[] = [];

  constructor() {
    // mkdtemp closes it to others, and an ordinary user has to reach what is in it.
    chmodSync(this.folder, 0o755);
    for (const name of ['identity', 'routing', 'gateway']) {
      const dist = join(this.root, 'services', name, 'dist');
      mkdirSync(dist, { recursive: true });
      cpSync(join(FAKES, 'main.mjs'), join(dist, 'main.js'));
    }
    const contracts = join(this.root, 'libs', 'contracts', 'dist');
    mkdirSync(contracts, { recursive: true });
    cpSync(join(FAKES, 'ensure-topics.mjs'), join(contracts, 'ensure-topics.js'));
    writeFileSync(join(this.root, 'package.json'), '{"type": "module"}');
    symlinkSync(NODE_MODULES, join(this.root, 'node_modules'));
  }

  /** Begins a start; `env` comes over the test's own environment, in which nothing names a backend. */
  start(env: NodeJS.ProcessEnv = {}, prefix: string[] = []): StartedStack {
    const command = [...prefix, process.execPath, join(FAKES, 'start.mjs'), this.root];
    const { DATABASE_URL: _d, KAFKA_BROKERS: _k, REDIS_URL: _r, NQI_PORT: _p, ...inherited } = process.env;
    const stack = new StartedStack(command, { ...inherited, NQI_HOME: this.home, NODE_OPTIONS: '', ...env });
    this.started.push(stack);
    return stack;
  }

  describe(): Description {
    return JSON.parse(readFileSync(join(this.home, 'run', 'stack.json'), 'utf8'));
  }

  get isDescribed(): boolean {
    return existsSync(join(this.home, 'run', 'stack.json'));
  }

  processes(): { name: string; pid: number }[] {
    return processesOf(this.home);
  }

  /** Lets another user make its state folder. */
  giveTo(uid: number, gid: number): void {
    chownSync(this.folder, uid, gid);
  }

  /** A PATH with every program of this machine but those named. */
  pathWithout(...programs: string[]): string {
    const folder = mkdtempSync(join(this.folder, 'bin-'));
    chmodSync(folder, 0o755);
    for (const source of (process.env['PATH'] ?? '').split(delimiter).filter(existsSync)) {
      for (const name of readdirSync(source).filter((entry) => !programs.includes(entry))) {
        if (!existsSync(join(folder, name))) symlinkSync(join(source, name), join(folder, name));
      }
    }
    return folder;
  }

  /** Ends what a failed test left running; a test that passed left nothing. */
  async endAll(): Promise<void> {
    for (const stack of this.started.splice(0)) stack.kill();
    for (const { pid } of this.processes()) process.kill(pid, 'SIGKILL');
    await eventually(() => expect(this.processes()).toEqual([]));
  }

  async remove(): Promise<void> {
    await this.endAll();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A running start.mjs, in a process group of its own as a terminal would give it. */
export class StartedStack {
  output = '';
  readonly exit: Promise<number | string | null>;
  private readonly child: ChildProcess;
  private ended = false;

  constructor([command = '', ...args]: string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.exit = new Promise((done) => this.child.once('close', (code, signal) => done(code ?? signal)));
    void this.exit.then(() => (this.ended = true));
  }

  kill(): void {
    if (!this.ended) process.kill(this.pid, 'SIGKILL');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves with the address of the `ready` line; fails with what was printed when it ends without one. */
  async ready(withinMs = 90_000): Promise<string> {
    let address: string | undefined;
    await eventually(() => {
      address = /^ready (\S+)$/m.exec(this.output)?.[1];
      if (!address && !this.ended) throw new Error(`not ready:\n${this.output}`);
    }, withinMs);
    if (!address) throw new Error(`ended without being ready:\n${this.output}`);
    return address;
  }

  /** What Ctrl-C does: the signal goes to the whole process group. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId, type Clock } from '@nqi/kernel';
import { isSigned, newSigningSecret, signMessage } from '@nqi/platform';

/** A message to the province; what it is about stands in `data`. */
export interface Arrived {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly ticketId?: string; readonly version?: number };
}

export interface Status {
  readonly ticketId: string;
  readonly version: number;
  readonly sequence: number;
  readonly status: string;
  readonly [key: string]: unknown;
}

/** The platform of the province as the city meets it: takes what is signed, says how things stand, and can be unwell. */
export class StandInProvince {
  readonly secret = newSigningSecret();
  /** Everything that arrived and was signed, repetitions too, in the order of arrival. */
  readonly arrived: Arrived[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  /** What it has taken, each message once, by its id. */
  readonly taken = new Map<string, Arrived>();
  /** What it answers when it is asked how things stand. */
  statuses: Status[] = [];
  asked = 0;
  /** Status of its next answers; the last one repeats. */
  answers: number[] = [200];
  slowMs = 0;
  /** What it does with a message before it answers it. */
  beforeAnswer: (message: Arrived) => Promise<unknown> = async () => undefined;
  /** With what it signs its answers to questions. */
  signsWith = this.secret;
  private server: Server | undefined;
  private port = 0;
  private home = '';

  constructor(private readonly clock: Clock) {}

  /** Answers, and tells the services of this process and its children where, as an operator would. */
  async connect(): Promise<this> {
    this.home = await mkdtemp(join(tmpdir(), 'nqi-stand-in-'));
    const file = join(this.home, 'secret');
    await writeFile(file, this.secret);
    await this.up();
    Object.assign(process.env, { PROVINCE_URL: `http://127.0.0.1:${this.port}/api`, PROVINCE_SECRET_FILE: file });
    return this;
  }

  async disconnect(): Promise<void> {
    delete process.env['PROVINCE_URL'];
    delete process.env['PROVINCE_SECRET_FILE'];
    await this.down();
    await rm(this.home, { recursive: true, force: true });
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        void this.answer(String(request.url), request.headers, text).then(({ status, body, headers }) =>
          response.writeHead(status, headers).end(body),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** What arrived of a ticket, in order. */
  types(ticketId: string): string[] {
    return this.arrived.filter(({ data }) => data.ticketId === ticketId).map(({ type }) => type);
  }

  handover(ticketId: string): Arrived['data'] | undefined {
    return this.arrived.findLast(({ type, data }) => type === 'ticket.handed-over' && data.ticketId === ticketId)?.data;
  }

  /** Says how a ticket stands; under the same id it is the same message once more. */
  async say(url: string, status: Status, { id = newId(), secret = this.secret, at = this.clock.now() } = {}) {
    const body = JSON.stringify({ at: this.clock.now().toISOString(), ...status });
    const answer = await fetch(`${url}/api/v1/upwards/statuses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signMessage([secret], id, at, body) },
      body,
    });
    const said = (await answer.json()) as { outcome?: string; type?: string };
    return { status: answer.status, outcome: said.outcome, type: said.type };
  }

  private async answer(url: string, headers: IncomingHttpHeaders, text: string) {
    await delay(this.slowMs);
    if (!isSigned([this.secret], headers, text, this.clock.now())) return { status: 401, body: '', headers: {} };
    if (url.endsWith('/statuses/query')) return this.tell();
    const status = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? 200;
    const message = JSON.parse(text) as Arrived;
    this.arrived.push(message);
    this.headers.push(headers);
    await this.beforeAnswer(message);
    if (status < 300) this.taken.set(String(headers['webhook-id']), message);
    return { status, body: '', headers: {} };
  }

  private tell() {
    this.asked += 1;
    const body = JSON.stringify({ statuses: this.statuses });
    return { status: 200, body, headers: { ...signMessage([this.signsWith], newId(), this.clock.now(), body) } };
  }
}

import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { SERVICE_NAMES, type ServiceName } from '@nqi/contracts';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

type Answer = (response: ServerResponse, request: SeenRequest) => void;

/** A real HTTP server in place of a service: notes what reaches it and answers what the test says. */
export class Upstream {
  readonly seen: SeenRequest[] = [];
  answer: Answer = (response) => response.setHeader('content-type', 'application/json').end(`{"from":"${this.name}"}`);
  openApi: object | undefined = { paths: {} };
  /** Answers before it has read anything. */
  refuseUnread: ((response: ServerResponse) => void) | undefined;
  /** How many requests broke off before they were whole. */
  cutOff = 0;
  private server: Server | undefined;
  private port = 0;

  constructor(readonly name: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, on the same port again after `stop`. */
  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Gone at once, with every connection, as after a kill. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    if (url === '/health/live') return void response.end('{"status":"live"}');
    if (url === '/openapi.json')
      return void response.writeHead(this.openApi ? 200 : 500).end(JSON.stringify(this.openApi));
    if (this.refuseUnread) return void this.refuseUnread(response);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      this.cutOff += 1;
      return;
    }
    const seen = { method, url, headers, body: Buffer.concat(chunks) };
    this.seen.push(seen);
    this.answer(response, seen);
  }
}

export type Neighbours = Readonly<Record<ServiceName, Upstream>>;

/** One server for each service behind the door. */
export async function startNeighbours(): Promise<Neighbours> {
  const neighbours = Object.fromEntries(
    SERVICE_NAMES.map((name) => [name, new Upstream(name)]),
  ) as unknown as Neighbours;
  await Promise.all(Object.values(neighbours).map((upstream) => upstream.start()));
  return neighbours;
}

export async function stopNeighbours(neighbours: Neighbours): Promise<void> {
  await Promise.all(Object.values(neighbours).map((upstream) => upstream.stop()));
}

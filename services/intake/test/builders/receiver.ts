import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: { type: string; data: Record<string, unknown> };
}

/** An enterprise's own system: hears what it is sent, and answers as it is told to. */
export class Receiver {
  readonly received: Received[] = [];
  /** Status of the next answers; the last one repeats. */
  answers: number[] = [200];
  /** How long it thinks before it answers. */
  slowMs = 0;
  /** Where a redirect of it leads. */
  location = '';
  private server: Server | undefined;
  private port = 0;

  async up(): Promise<this> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const id = String(request.headers['webhook-id']);
        this.received.push({ id, headers: request.headers, text, body: JSON.parse(text) as Received['body'] });
        const status = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? 200;
        setTimeout(() => response.writeHead(status, { location: this.location }).end('thanks'), this.slowMs);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async down(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  types(requestId?: string): string[] {
    const told = this.received.filter(({ body }) => !requestId || body.data['requestId'] === requestId);
    return told.map(({ body }) => body.type);
  }
}

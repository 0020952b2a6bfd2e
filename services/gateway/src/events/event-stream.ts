import type { ServerResponse } from 'node:http';

/** Bytes a slow client may leave unread before it is dropped; it comes back and fetches what it missed. */
const LARGEST_BACKLOG_BYTES = 64 * 1024;

export interface StreamEvent {
  readonly id?: string;
  /** Kind of event; none means the usual `message`. */
  readonly event?: string;
  readonly data: unknown;
}

/** One open browser: server-sent events over one answer that does not end by itself. */
export class EventStream {
  constructor(private readonly response: ServerResponse) {}

  open(headers: Readonly<Record<string, string | number | string[]>>, retryMs: number): void {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.write(`retry: ${retryMs}\n\n`);
  }

  send({ id, event, data }: StreamEvent): void {
    const head = (id ? `id: ${id}\n` : '') + (event ? `event: ${event}\n` : '');
    this.write(`${head}data: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps proxies from closing the connection, and finds out that the client is gone. */
  beat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > LARGEST_BACKLOG_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}

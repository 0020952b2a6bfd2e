export interface SeenMessage {
  readonly id?: string;
  readonly event?: string;
  readonly data?: unknown;
}

/** A browser's end of an event stream: keeps what arrives, and can stop reading as a slow one would. */
export class EventReader {
  readonly messages: SeenMessage[] = [];
  readonly comments: string[] = [];
  retry: number | undefined;
  ended = false;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(url: string, token: string, headers: Record<string, string> = {}): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
      signal: abort.signal,
    });
    const reader = new EventReader(response, abort);
    if (response.ok) void reader.read();
    return reader;
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Cut off by this end or by the other; either way it is over.
    }
    this.ended = true;
  }

  private take(block: string): void {
    if (block.startsWith(':')) return void this.comments.push(block);
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    if (fields['retry']) this.retry = Number(fields['retry']);
    else this.messages.push({ id: fields['id'], event: fields['event'], data: JSON.parse(fields['data'] ?? 'null') });
  }
}

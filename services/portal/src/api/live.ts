import { fetchEventSource } from '@microsoft/fetch-event-source';
import { API, refreshSession } from './http.js';
import { session } from './session.js';

/** "Something changed", never the truth itself: what is on the screen is fetched again. */
export interface LiveUpdate {
  readonly subject: 'request' | 'ticket' | 'job' | 'notification' | (string & {});
  readonly id: string;
  readonly cause: string;
}

type Listener = (update: LiveUpdate) => void;

const RETRY_FROM = 1_000;
const RETRY_TO = 30_000;

/** The one stream of server-sent events of this tab, with the listeners of all its pages. */
class LiveUpdates {
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private stop: AbortController | undefined;
  private readonly missed = new Set<() => void>();
  private failures = 0;
  private opened = false;
  private up = false;

  /** Whether updates arrive; while they do not, pages poll. */
  readonly isUp = (): boolean => this.up;

  readonly watchState = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls back when updates may have been missed: everything shown is to be fetched again. */
  onMissed(listener: () => void): () => void {
    this.missed.add(listener);
    return () => this.missed.delete(listener);
  }

  start(): void {
    if (this.stop) return;
    this.stop = new AbortController();
    void this.run(this.stop.signal);
  }

  end(): void {
    this.stop?.abort();
    this.stop = undefined;
    this.opened = false;
    this.setUp(false);
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.connect(signal).catch(() => undefined);
      this.setUp(false);
      if (!signal.aborted) await pause(this.delay(), signal);
    }
  }

  private connect(signal: AbortSignal): Promise<void> {
    return fetchEventSource(`${API}/events`, {
      signal,
      openWhenHidden: true,
      fetch: (input, init) => window.fetch(input, { ...init, headers: { ...init?.headers, ...authorization() } }),
      onopen: async (answer) => {
        if (answer.status === 401) await refreshSession();
        if (!answer.ok) throw new Error(`no stream: ${answer.status}`);
        this.failures = 0;
        if (this.opened) this.tellMissed();
        this.opened = true;
        this.setUp(true);
      },
      onmessage: ({ event, data }) => {
        if (event === 'resync') return this.tellMissed();
        const update = parse(data);
        if (update) this.listeners.forEach((listener) => listener(update));
      },
      onerror: (error) => {
        throw error;
      },
    });
  }

  private tellMissed(): void {
    this.missed.forEach((listener) => listener());
  }

  private delay(): number {
    const longest = Math.min(RETRY_FROM * 2 ** this.failures++, RETRY_TO);
    return longest * (0.5 + Math.random() / 2);
  }

  private setUp(up: boolean): void {
    if (this.up === up) return;
    this.up = up;
    this.watchers.forEach((watcher) => watcher());
  }
}

export const live = new LiveUpdates();

const authorization = (): Record<string, string> =>
  session.accessToken ? { authorization: `Bearer ${session.accessToken}` } : {};

function parse(data: string): LiveUpdate | undefined {
  try {
    const update = JSON.parse(data) as Partial<LiveUpdate>;
    return update.subject && update.id ? (update as LiveUpdate) : undefined;
  } catch {
    return undefined;
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      resolve();
    });
  });

import type { Tokens } from './session.js';

const REFRESH_TOKEN = 'nqi.refreshToken';

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Holds the tokens and makes sure that many calls which find the session expired refresh it once. */
export class SessionStore {
  private access: string | undefined;
  private refreshing: Promise<boolean> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly keep: Keep) {}

  get accessToken(): string | undefined {
    return this.access;
  }

  get refreshToken(): string | undefined {
    return this.keep.getItem(REFRESH_TOKEN) ?? undefined;
  }

  open(tokens: Tokens): void {
    this.access = tokens.accessToken;
    this.keep.setItem(REFRESH_TOKEN, tokens.refreshToken);
  }

  /** Forgets everything and tells who listens. */
  end(): void {
    this.access = undefined;
    this.keep.removeItem(REFRESH_TOKEN);
    this.listeners.forEach((listener) => listener());
  }

  onEnd(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Exchanges the refresh token. False when there is none or it is refused, and the session is then over; rejects,
   * with the session kept, when the exchange could not be made.
   */
  refresh(exchange: (refreshToken: string) => Promise<Tokens | undefined>): Promise<boolean> {
    const token = this.refreshToken;
    if (token === undefined) return Promise.resolve(false);
    this.refreshing ??= exchange(token)
      .then((tokens) => {
        if (tokens) this.open(tokens);
        else this.end();
        return tokens !== undefined;
      })
      .finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }
}

/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test reads what it expects
  readonly headers: Headers;
}

/** A caller of one service, signed in or not. */
export class HttpClient {
  constructor(
    private readonly baseUrl: string,
    private readonly token?: string,
  ) {}

  /** Value of the Authorization header, for callers that fetch by themselves. */
  get authorization(): string {
    return `Bearer ${this.token ?? ''}`;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** Any method with a body taken as it is, for requests that are wrong on purpose. */
  async send(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Answer> {
    const authorization: Record<string, string> = this.token ? { authorization: this.authorization } : {};
    const response = await fetch(this.baseUrl + path, { method, body, headers: { ...authorization, ...headers } });
    const type = response.headers.get('content-type') ?? '';
    const content = type.includes('json') ? await response.json() : await response.text();
    return { status: response.status, body: content as unknown, headers: response.headers };
  }
}

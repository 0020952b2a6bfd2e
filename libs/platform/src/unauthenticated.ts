/** The caller is nobody we know: no token, an expired or a false one (HTTP 401). */
export class Unauthenticated extends Error {
  constructor(readonly fault: 'missing' | 'expired' | 'invalid' | 'credentials' | 'refresh') {
    super(`unauthenticated: ${fault}`);
  }
}

/** Nobody can be checked right now, because identity's keys cannot be had (HTTP 503, not the caller's fault). */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('the keys that access tokens are checked with cannot be had', { cause });
  }
}

/** The caller is nobody we know: no token, an expired or a false one (HTTP 401). */
export class Unauthenticated extends Error {
  constructor(readonly fault: 'missing' | 'expired' | 'invalid' | 'credentials' | 'refresh') {
    super(`unauthenticated: ${fault}`);
  }
}

import { ClientError, ResponseBodyError } from 'openid-client';
import { failureOf } from './open-id.failures.js';

const nobodyThere = new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') });
const failure = (code: string) => Object.assign(new ClientError('x'), { code });
const refusal = (error: string) =>
  new ResponseBodyError('refused', { cause: { error }, response: new Response(null, { status: 400 }) });

describe('what goes wrong at a provider', () => {
  it.each([
    ['nobody at the other end', nobodyThere, 'SSO.PROVIDER_AWAY'],
    ['the same, as the library wraps it', new ClientError('x', { cause: nobodyThere }), 'SSO.PROVIDER_AWAY'],
    ['too slow an answer', failure('OAUTH_TIMEOUT'), 'SSO.PROVIDER_AWAY'],
    ['a page instead of an answer', failure('OAUTH_RESPONSE_IS_NOT_JSON'), 'SSO.PROVIDER_AWAY'],
    ['a client that it does not know', refusal('invalid_client'), 'SSO.PROVIDER_AWAY'],
    ['a code that is over', refusal('invalid_grant'), 'SSO.CODE_VOID'],
    ['a false claim', failure('OAUTH_JWT_CLAIM_COMPARISON_FAILED'), 'SSO.ANSWER_FALSE'],
    ['whatever the library says of no other kind', new ClientError('x'), 'SSO.ANSWER_FALSE'],
  ])('is told by name: %s', (_, error, code) => {
    expect(failureOf(error).code).toBe(code);
  });

  it('is not blamed on it when it is our own', () => {
    expect(() => failureOf(new TypeError('undefined is not a function'))).toThrow('not a function');
  });
});

import { upstreamFailure } from './upstream-failure.js';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe('upstreamFailure', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'])(
    'calls a service away on %s and asks to come back',
    (code) => {
      const problem = upstreamFailure('intake', new Error('wrapped', { cause: coded(code) }));

      expect(problem).toMatchObject({ status: 503, code: 'UPSTREAM.UNAVAILABLE', details: { service: 'intake' } });
      expect(problem.headers['retry-after']).toBe('2');
    },
  );

  it('sees a refusal of every address of a host as away', () => {
    const cause = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]);

    expect(upstreamFailure('intake', new Error('wrapped', { cause })).status).toBe(503);
  });

  it('calls a service late when its answer does not come in time', () => {
    expect(upstreamFailure('testing', new Error('wrapped', { cause: coded('UND_ERR_HEADERS_TIMEOUT') }))).toMatchObject(
      {
        status: 504,
        code: 'UPSTREAM.TIMEOUT',
      },
    );
  });

  it('takes everything else for an answer that cannot be passed on', () => {
    expect(upstreamFailure('testing', coded('HPE_INVALID_CONSTANT')).status).toBe(502);
  });
});

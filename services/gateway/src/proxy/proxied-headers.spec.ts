import { clientHeaders, upstreamHeaders } from './proxied-headers.js';

const passage = {
  method: 'POST',
  clientAddress: '10.0.0.9',
  host: 'nqi.example',
  protocol: 'https',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  requestId: 'r-1',
};

describe('headers on their way to a service', () => {
  it('keep what the caller says for the service', () => {
    const said = {
      authorization: 'Bearer x',
      'idempotency-key': 'k',
      'if-match': '"3"',
      'content-type': 'application/json',
      'content-length': '2',
      'accept-language': 'en',
    };

    expect(upstreamHeaders(said, passage)).toMatchObject(said);
  });

  it('lose what concerns one connection only', () => {
    const passed = upstreamHeaders({ connection: 'x', expect: '100-continue', te: 'gzip', upgrade: 'h2c' }, passage);

    expect(Object.keys(passed).sort()).toEqual([
      'traceparent',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-request-id',
    ]);
  });

  it('replace what a client claims about itself by what the gateway saw', () => {
    const claims = {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-user': 'administrator',
      forwarded: 'for=1.2.3.4',
      'x-real-ip': '1.2.3.4',
      'x-nqi-user': 'administrator',
      traceparent: 'nonsense',
    };

    expect(upstreamHeaders(claims, passage)).toEqual({
      'x-forwarded-for': '10.0.0.9',
      'x-forwarded-host': 'nqi.example',
      'x-forwarded-proto': 'https',
      'x-request-id': 'r-1',
      traceparent: passage.traceparent,
    });
  });

  it('announce no body for a GET, since none is passed on', () => {
    const passed = upstreamHeaders(
      { 'content-length': '5', 'content-type': 'text/plain' },
      { ...passage, method: 'GET' },
    );

    expect(passed).not.toHaveProperty('content-length');
    expect(passed).not.toHaveProperty('content-type');
  });
});

describe('headers on their way back', () => {
  it('keep versions, replays, problems and locations', () => {
    const said = { etag: '"7"', 'idempotent-replayed': 'true', location: '/api/v1/requests/1', 'retry-after': '2' };

    expect(clientHeaders(said)).toEqual({ ...said, 'cache-control': 'no-store' });
  });

  it('leave it to a service to allow keeping its answer', () => {
    expect(clientHeaders({ 'cache-control': 'max-age=60' })).toEqual({ 'cache-control': 'max-age=60' });
  });

  it('lose what concerns one connection only', () => {
    expect(
      clientHeaders({ connection: 'keep-alive', 'keep-alive': 'timeout=70', 'transfer-encoding': 'chunked' }),
    ).toEqual({ 'cache-control': 'no-store' });
  });
});

import { mayReach, reachableAddress } from './public-address.js';
import { nextAttempt } from './retry-plan.js';
import { isSigned, newSigningSecret, signMessage } from './signature.js';

describe('an address that a stranger gives', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'nonsense',
  ])('may not be %s', (address) => expect(mayReach(address, 'public')).toBe(false));

  it.each(['223.5.5.5', '8.8.8.8', '2400:3200::1'])('may be %s', (address) =>
    expect(mayReach(address, 'public')).toBe(true),
  );

  it('may be the own machine in a demonstration, but no neighbour of it', () => {
    expect(mayReach('127.0.0.1', 'loopback-too')).toBe(true);
    expect(mayReach('127.0.0.2', 'loopback-too')).toBe(false);
    expect(mayReach('10.0.0.1', 'loopback-too')).toBe(false);
  });

  it.each(['https://0x7f.1/', 'https://2130706433/', 'https://[::ffff:127.0.0.1]/', 'https://localhost/'])(
    'is judged by what %s means',
    (url) => expect(reachableAddress(new URL(url), 'public')).rejects.toThrow('not a public address'),
  );
});

describe('a signature', () => {
  const at = new Date('2026-11-24T06:00:00Z');
  const [old, fresh] = [newSigningSecret(), newSigningSecret()];

  it('is that of the Standard Webhooks specification', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const sent = signMessage(
      [secret],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      '{"test": 2432232314}',
    );
    expect(sent['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is known by either secret while one replaces the other, and by no third', () => {
    const headers = { ...signMessage([fresh, old], 'id', at, '{}') };
    expect(isSigned([old], headers, '{}', at)).toBe(true);
    expect(isSigned([fresh], headers, '{}', at)).toBe(true);
    expect(isSigned([newSigningSecret()], headers, '{}', at)).toBe(false);
  });

  it('covers body, id and time, and grows old', () => {
    const headers = { ...signMessage([fresh], 'id', at, '{}') };
    expect(isSigned([fresh], headers, '{ }', at)).toBe(false);
    expect(isSigned([fresh], { ...headers, 'webhook-id': 'other' }, '{}', at)).toBe(false);
    expect(isSigned([fresh], headers, '{}', new Date(at.getTime() + 301_000))).toBe(false);
    expect(isSigned([fresh], {}, '{}', at)).toBe(false);
  });
});

describe('what was not delivered', () => {
  it('is tried again ever more rarely for a day, then no more', () => {
    const start = new Date('2026-11-24T00:00:00Z');
    const end = new Date('2026-11-25T00:00:00Z');
    const rests: number[] = [];
    let at: Date | undefined = start;
    for (let n = 1; at; n++) {
      const next = nextAttempt(n, at, end, 0);
      if (next) rests.push((next.getTime() - at.getTime()) / 1_000);
      at = next;
    }
    expect(rests.slice(0, 7)).toEqual([5, 30, 120, 600, 1800, 3600, 3600]);
    expect(rests.length).toBeGreaterThan(20);
    expect(rests.reduce((sum, rest) => sum + rest, 0)).toBeLessThanOrEqual(24 * 3600);
  });
});

import { matchingStep, otpauthUrl, stepAt, toBase32, totpCode, type TotpAlgorithm } from './totp.codec.js';

const SEEDS: Record<TotpAlgorithm, Buffer> = {
  sha1: Buffer.from('12345678901234567890'),
  sha256: Buffer.from('12345678901234567890123456789012'),
  sha512: Buffer.from('1234567890123456789012345678901234567890123456789012345678901234'),
};

describe('time-based one-time passwords', () => {
  // RFC 6238, appendix B.
  it.each<[seconds: number, sha1: string, sha256: string, sha512: string]>([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826'],
  ])('are those of RFC 6238 at %d seconds', (seconds, ...codes) => {
    const step = stepAt(new Date(seconds * 1_000));
    const algorithms: TotpAlgorithm[] = ['sha1', 'sha256', 'sha512'];

    expect(algorithms.map((algorithm) => totpCode(SEEDS[algorithm], step, 8, algorithm))).toEqual(codes);
  });

  const secret = SEEDS.sha1;
  const at = new Date('2026-11-24T02:00:00Z');
  const now = stepAt(at);

  it('are taken half a minute early and late, and no more', () => {
    const taken = [-2, -1, 0, 1, 2].map((off) => matchingStep(secret, totpCode(secret, now + off), at, 0));

    expect(taken).toEqual([undefined, now - 1, now, now + 1, undefined]);
  });

  it('count once', () => {
    expect(matchingStep(secret, totpCode(secret, now), at, now)).toBeUndefined();
  });

  it('are not taken in another length', () => {
    expect(matchingStep(secret, totpCode(secret, now).slice(1), at, 0)).toBeUndefined();
    expect(matchingStep(secret, '', at, 0)).toBeUndefined();
  });

  // RFC 4648, section 10.
  it.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foobar', 'MZXW6YTBOI'],
  ])('write the secret %s as %s', (text, expected) => expect(toBase32(Buffer.from(text))).toBe(expected));

  it('are told to an app by an address', () => {
    expect(otpauthUrl(secret, '张 三')).toBe(
      `otpauth://totp/%E6%9E%A3%E5%BA%84NQI:%E5%BC%A0%20%E4%B8%89?secret=${toBase32(secret)}&issuer=%E6%9E%A3%E5%BA%84NQI`,
    );
  });
});

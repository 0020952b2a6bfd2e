import fc from 'fast-check';

import { checkUscc, normalizeUscc, usccCheckCharacter } from './uscc.js';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const bodies = fc
  .tuple(
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

describe('checkUscc', () => {
  it.each([
    '914403001922038216',
    '91330100799655058B',
    '9144030071526726XG',
    '91370200264574251E',
    '91110000802100433B',
    '91370481MA3ABCD159',
    '91370403765432104H',
    '1237040049500001X8',
    '91370406MA3K0PQ8X7',
    '91350100M000100Y43',
  ])('passes %s', (code) => {
    expect(checkUscc(code)).toMatchObject({ outcome: 'PASS', normalized: code });
  });

  it('handles a remainder of zero', () => {
    expect(usccCheckCharacter('91370400MA3N00193')).toBe('0');
    expect(checkUscc('91370400MA3N001930').outcome).toBe('PASS');
  });

  it.each(['91350203M0001FUE2P', '91350211M0000XUF46', '91350203M0001QKT19'])(
    'reports the wrong check character of the genuine early Fujian code %s, for staff to override',
    (code) => {
      expect(checkUscc(code).outcome).toBe('FAIL_CHECK');
    },
  );

  it("rejects the standard's own example with another check character", () => {
    expect(checkUscc('91350100M000100Y4Y').outcome).toBe('FAIL_CHECK');
  });

  it.each([
    '',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '91350100M000100Y4Z',
    '9135010AM000100Y43',
    '91350100I000100Y43',
  ])('finds %p malformed', (code) => {
    expect(checkUscc(code).outcome).toBe('FAIL_FORMAT');
  });

  it('normalises blanks, case and full-width input', () => {
    expect(checkUscc('  ９１３７０４８１ma3abcd159 ')).toMatchObject({
      outcome: 'PASS',
      normalized: '91370481MA3ABCD159',
    });
    expect(normalizeUscc('91370403765432104h')).toBe('91370403765432104H');
  });

  it('warns of a resident identity number that passes by chance', () => {
    expect(checkUscc('362322198709086409')).toMatchObject({
      outcome: 'PASS',
      warnings: expect.arrayContaining(['LOOKS_LIKE_RESIDENT_ID']),
    });
  });

  it('does not take a code for an identity number when its birthday does not exist', () => {
    const body = '36232219870931640';
    const check = '10X98765432'.charAt(
      [...body].reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0) % 11,
    );

    expect(checkUscc(body + check).warnings).not.toContain('LOOKS_LIKE_RESIDENT_ID');
  });

  it('does not warn about real companies', () => {
    expect(checkUscc('91330100799655058B').warnings).toEqual([]);
    expect(checkUscc('9144030071526726XG').warnings).toEqual([]);
  });

  it('warns of an unknown registration department and of an organisation code that does not add up', () => {
    const body = 'B137048112345678Y';
    const { outcome, warnings } = checkUscc(body + usccCheckCharacter(body));

    expect(outcome).toBe('PASS');
    expect(warnings).toEqual(['UNKNOWN_DEPARTMENT', 'ORGANIZATION_CODE_MISMATCH']);
  });

  it('passes exactly one check character for any body', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const passing = ALPHABET.filter((check) => checkUscc(body + check).outcome === 'PASS');
        expect(passing).toEqual([usccCheckCharacter(body)]);
      }),
    );
  });

  it('catches every single wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(bodies, fc.nat(16), fc.constantFrom(...ALPHABET), (body, at, other) => {
        const code = [...(body + usccCheckCharacter(body))];
        const wrong = code.with(at, other);
        const swapped = code.with(at, code[at + 1] ?? '').with(at + 1, code[at] ?? '');
        for (const candidate of [wrong, swapped]) {
          if (candidate.join('') === code.join('')) continue;
          expect(checkUscc(candidate.join('')).outcome).not.toBe('PASS');
        }
      }),
    );
  });

  it('refuses to compute a check character from anything but 17 code characters', () => {
    expect(() => usccCheckCharacter('9137040')).toThrow(RangeError);
    expect(() => usccCheckCharacter('913704000000000000')).toThrow(RangeError);
    expect(() => usccCheckCharacter('91370400IA3N00193')).toThrow(RangeError);
  });
});

import fc from 'fast-check';

import { numberLetters, parseReadableNumber, readableNumber } from './numbers.js';

describe('readableNumber', () => {
  it('spells area, domain, date and sequence', () => {
    expect(readableNumber('ZZ', 'JL', new Date('2026-11-24T02:00:00Z'), 123)).toBe('ZZ-JL-20261124-000123');
  });

  it('takes the date in Shanghai', () => {
    expect(readableNumber('ZZ', 'JL', new Date('2026-11-24T16:00:00Z'), 1)).toBe('ZZ-JL-20261125-000001');
  });

  it('grows beyond a million instead of being cut', () => {
    expect(readableNumber('ZZ', 'ZH', new Date('2026-11-24T02:00:00Z'), 1_234_567)).toBe('ZZ-ZH-20261124-1234567');
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the sequence %p', (sequence) => {
    expect(() => readableNumber('ZZ', 'JL', new Date(0), sequence)).toThrow(RangeError);
  });

  it('refuses letters that would not read back', () => {
    expect(() => readableNumber('zz', 'JL', new Date(0), 1)).toThrow(RangeError);
    expect(() => readableNumber('ZZ', 'JLX', new Date(0), 1)).toThrow(RangeError);
  });

  it('reads back what it wrote', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 10 ** 9 }), (at, sequence) => {
        const number = readableNumber('ZZ', 'RZ', at, sequence);
        const parsed = parseReadableNumber(` ${number.toLowerCase()} `);

        expect(parsed).toMatchObject({ area: 'ZZ', letters: 'RZ', sequence });
        expect(readableNumber('ZZ', 'RZ', new Date(`${parsed?.date}T00:00:00+08:00`), sequence)).toBe(number);
      }),
    );
  });
});

describe('parseReadableNumber', () => {
  it('reads what an input method makes full-width', () => {
    expect(parseReadableNumber('ＺＺ－ＪＬ－２０２６１１２４－０００１２３')).toMatchObject({
      date: '2026-11-24',
      sequence: 123,
    });
  });

  it.each(['', 'ZZ-JL-20261124-123', 'ZZ-JL-20261324-000123', 'ZZ-JL-20260230-000123', 'ZZJL20261124000123'])(
    'refuses %p',
    (text) => {
      expect(parseReadableNumber(text)).toBeUndefined();
    },
  );
});

describe('numberLetters', () => {
  it.each([
    [['metrology'], 'JL'],
    [['standards'], 'BZ'],
    [['testing', 'testing'], 'JC'],
    [['certification'], 'RZ'],
    [['consulting'], 'ZX'],
    [['training'], 'PX'],
    [['metrology', 'testing'], 'ZH'],
  ] as const)('of %j is %s', (domains, letters) => {
    expect(numberLetters(domains)).toBe(letters);
  });
});

import { isTrackingCode, trackingCode, typedNumber } from './tracking-code.codec.js';

const KEY = Buffer.alloc(32, 7);
const NUMBER = 'ZZ-JL-20261124-000123';

describe('the code of a request number', () => {
  const code = trackingCode(KEY, NUMBER);

  it('is always the same twelve characters without ambiguous letters', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(trackingCode(KEY, NUMBER)).toBe(code);
  });

  it('is another one for another number and under another key', () => {
    const others = Array.from({ length: 1_000 }, (_, i) => trackingCode(KEY, `ZZ-JL-20261124-${i}`));

    expect(new Set([...others, code, trackingCode(Buffer.alloc(32, 8), NUMBER)]).size).toBe(1_002);
  });

  it('is accepted however people type it', () => {
    const grouped = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();

    expect(isTrackingCode(KEY, NUMBER, grouped)).toBe(true);
    expect(isTrackingCode(KEY, NUMBER, code.replace(/0/g, 'O').replace(/1/g, 'l'))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['too little', code.slice(0, 11)],
    ['too much', `${code}0`],
    ['one wrong character', (code.startsWith('A') ? 'B' : 'A') + code.slice(1)],
  ])('is not %s', (_what, typed) => {
    expect(isTrackingCode(KEY, NUMBER, typed)).toBe(false);
  });

  it('belongs to numbers as they were given out', () => {
    expect(typedNumber(' zz－jl－20261124－000123 ')).toBe(NUMBER);
  });
});

import { printable } from './printable.js';

describe('printable text', () => {
  it.each([
    ['U=0.20 μm+2×10⁻⁶L', 'U=0.20 μm+2×10^-6L'],
    ['0.05~10⁵', '0.05~10^5'],
    ['10¹²', '10^12'],
    ['m/s²', 'm/s²'],
    ['Q3≤16 m³/h', 'Q3≤16 m³/h'],
    ['张喆(枣庄)', '张喆(枣庄)'],
  ])('writes %s as %s', (given, printed) => {
    expect(printable(given)).toBe(printed);
  });

  it('drops control characters and keeps line ends', () => {
    expect(printable('a\u0000b\nc\u001fd')).toBe('ab\ncd');
  });
});

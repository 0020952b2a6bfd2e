import { countText, hoursText, shareText, sizeText, yuanText } from './numbers.js';

describe('figures on the screen', () => {
  it('show shares with a dash where there is nothing to share', () => {
    expect(shareText(0.9642, 'zh')).toBe('96.4%');
    expect(shareText(undefined, 'zh')).toBe('—');
    expect(shareText(0, 'zh')).toBe('0%');
  });

  it('show working minutes as hours', () => {
    expect(hoursText(90, 'zh')).toBe('1.5 小时');
    expect(hoursText(5, 'zh')).toBe('5 分钟');
    expect(hoursText(90, 'en')).toBe('1.5 h');
    expect(hoursText(undefined, 'en')).toBe('—');
  });

  it('show fen as yuan', () => {
    expect(yuanText(30_050, 'zh')).toBe('¥300.50');
  });

  it('show bytes in the unit that people would say', () => {
    expect(sizeText(0, 'zh')).toBe('0 B');
    expect(sizeText(1_023, 'zh')).toBe('1,023 B');
    expect(sizeText(1_572_864, 'en')).toBe('1.5 MB');
    expect(sizeText(5 * 1024 ** 4, 'zh')).toBe('5,120 GB');
  });

  it('group thousands', () => {
    expect(countText(12345, 'zh')).toBe('12,345');
  });
});

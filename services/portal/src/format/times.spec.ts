import { chinaDay, clockText, dayText, momentText, endOfChinaDay, moveDay } from './times.js';

const EVENING = '2026-11-26T09:30:00Z';

describe('times on the screen', () => {
  it('show China time in either language', () => {
    expect(dayText(EVENING, 'zh')).toBe('2026年11月26日');
    expect(dayText(EVENING, 'en')).toBe('26 Nov 2026');
    expect(momentText(EVENING, 'zh')).toContain('17:30');
    expect(clockText(EVENING, 'en')).toBe('17:30');
  });

  it('know the day in China late in the UTC day', () => {
    expect(chinaDay(new Date('2026-11-26T16:30:00Z'))).toBe('2026-11-27');
  });

  it('end a day in China as an instant', () => {
    expect(endOfChinaDay('2026-11-26')).toBe('2026-11-26T15:59:00Z');
    expect(endOfChinaDay('')).toBe('');
  });

  it('move days over the end of a month', () => {
    expect(moveDay('2026-11-30', 1)).toBe('2026-12-01');
    expect(moveDay('2026-03-01', -1)).toBe('2026-02-28');
  });
});

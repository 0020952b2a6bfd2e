import { shanghaiInstant } from '@nqi/kernel';
import { daysToCheck, daysToReport, lastDueDay, reportMessage } from './daily-report.js';

describe('a daily report', () => {
  it('is due half an hour after midnight in Shanghai', () => {
    expect(lastDueDay(shanghaiInstant('2026-11-25', '00:29'))).toBe('2026-11-23');
    expect(lastDueDay(shanghaiInstant('2026-11-25', '00:30'))).toBe('2026-11-24');
    expect(lastDueDay(shanghaiInstant('2026-11-25', '23:59'))).toBe('2026-11-24');
  });

  it('begins with the day before, leaves no day out, and does not reach back for ever', () => {
    const now = shanghaiInstant('2026-11-25', '08:00');
    expect(daysToReport(now, undefined)).toEqual(['2026-11-24']);
    expect(daysToReport(now, '2026-11-24')).toEqual([]);
    expect(daysToReport(now, '2026-11-21')).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
    expect(daysToReport(now, '2026-01-01')).toHaveLength(30);
    expect(daysToReport(now, '2026-12-01')).toEqual([]);
  });

  it('may be corrected for a week', () => {
    const days = daysToCheck(shanghaiInstant('2026-11-25', '08:00'));
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-11-18', '2026-11-24', 7]);
  });

  it('says whether it is the first or corrects one', () => {
    const figures = { rows: [], acceptedOnTime: { n: 0 }, resolvedOnTime: { n: 0 }, satisfaction: { rated: 0 } };
    const madeAt = new Date('2026-11-24T16:30:00Z');
    const report = { id: 'r', city: '370400', day: '2026-11-24', version: 1, figures, madeAt };
    expect(reportMessage(report)).toEqual({
      type: 'report.daily',
      timestamp: '2026-11-24T16:30:00.000Z',
      data: { city: '370400', day: '2026-11-24', version: 1, figures },
    });
    expect(reportMessage({ ...report, version: 2 })).toMatchObject({ type: 'report.corrected', data: { version: 2 } });
  });
});

import { timeLeft, type DayExceptions } from './time-left.js';

const WEEK: DayExceptions = new Map();
const TUESDAY_10 = new Date('2026-11-24T02:00:00Z');

describe('timeLeft', () => {
  it('counts working days, not weekends', () => {
    expect(timeLeft(TUESDAY_10, '2026-11-26T09:30:00Z', WEEK)).toEqual({ kind: 'days', days: 2 });
    expect(timeLeft(TUESDAY_10, '2026-11-30T09:30:00Z', WEEK)).toEqual({ kind: 'days', days: 4 });
  });

  it('leaves out holidays and counts make-up working days', () => {
    const nationalDay: DayExceptions = new Map([
      ['2026-10-01', 'holiday'],
      ['2026-10-02', 'holiday'],
      ['2026-10-10', 'makeup_workday'],
    ]);
    const before = new Date('2026-09-30T02:00:00Z');

    expect(timeLeft(before, '2026-10-05T02:00:00Z', nationalDay)).toEqual({ kind: 'days', days: 1 });
    expect(timeLeft(before, '2026-10-10T02:00:00Z', nationalDay)).toEqual({ kind: 'days', days: 6 });
  });

  it('counts minutes on the last day', () => {
    expect(timeLeft(TUESDAY_10, '2026-11-24T05:20:00Z', WEEK)).toEqual({ kind: 'hours', minutes: 200 });
  });

  it('says how long it is overdue', () => {
    expect(timeLeft(TUESDAY_10, '2026-11-23T02:00:00Z', WEEK)).toEqual({ kind: 'overdue', minutes: 1440 });
  });
});

import { DEFAULT_WINDOWS, WorkingCalendar, shanghaiInstant } from '@nqi/kernel';
import { workingCalendarData } from '@nqi/reference-data';
import { allowanceOf, urgeOf, type Urge } from './urge.js';

const CALENDAR = new WorkingCalendar({ ...workingCalendarData(), windows: DEFAULT_WINDOWS });
const TUESDAY = shanghaiInstant('2026-11-24', '10:00');

const urge = (past: readonly Urge[], at: Date) => urgeOf('ACCEPTED', past, CALENDAR, at);

describe('an urge', () => {
  it('is heard once a working day and again the next', () => {
    const first = urge([], TUESDAY);
    expect(() => urge([first], shanghaiInstant('2026-11-24', '23:59'))).toThrow(
      expect.objectContaining({ code: 'URGE.ONCE_A_DAY', details: { nextFrom: '2026-11-24T16:00:00.000Z' } }),
    );
    expect(urge([first], shanghaiInstant('2026-11-25', '00:00')).day).toBe('2026-11-25');
  });

  it('counts for Monday when it is made at the weekend', () => {
    const saturday = urge([], shanghaiInstant('2026-11-28', '11:00'));
    expect(saturday.day).toBe('2026-11-30');
    expect(() => urge([saturday], shanghaiInstant('2026-11-29', '11:00'))).toThrow(/一次|once/);
    expect(() => urge([saturday], shanghaiInstant('2026-11-30', '09:00'))).toThrow(/一次|once/);
    expect(urge([saturday], shanghaiInstant('2026-12-01', '09:00')).day).toBe('2026-12-01');
  });

  it('is heard three times in all', () => {
    const past = ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => ({ day, at: shanghaiInstant(day, '09:00') }));
    expect(allowanceOf('ROUTED', past, CALENDAR, TUESDAY)).toEqual({ made: 3, left: 0, lastAt: past[2]?.at });
    expect(() => urge(past, TUESDAY)).toThrow(expect.objectContaining({ code: 'URGE.NONE_LEFT' }));
  });

  it('is not heard of a matter that has ended', () => {
    expect(() => urgeOf('RESOLVED', [], CALENDAR, TUESDAY)).toThrow(
      expect.objectContaining({ code: 'URGE.TICKET_ENDED' }),
    );
    expect(allowanceOf('CANCELLED', [], CALENDAR, TUESDAY)).toEqual({ made: 0, left: 0 });
  });
});

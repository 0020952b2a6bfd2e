import type { CalendarDay, WorkingCalendarData } from '@nqi/kernel';

import { readCsv } from './csv.js';
import { frozen, once } from './data-file.js';

export interface Holiday extends CalendarDay {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly year: number;
  /** A day off in exchange for a make-up workday. */
  readonly inLieu: boolean;
}

/** State Council holidays and make-up workdays of the years announced so far. */
export const holidays = once(() =>
  readCsv<Holiday>(
    'holidays_cn.csv',
    (row) => ({
      date: row.date('date'),
      type: row.oneOf('type', ['holiday', 'makeup_workday'] as const),
      nameZh: row.text('name_zh'),
      nameEn: row.text('name_en'),
      year: row.number('year'),
      inLieu: row.flag('in_lieu'),
    }),
    'date',
  ),
);

/** Ready for `new WorkingCalendar(…)`: covers whole years, from the first in the file to the last. */
export const workingCalendarData = once((): WorkingCalendarData => {
  const years = holidays().map(({ year }) => year);
  return frozen({
    days: holidays().map(({ date, type }) => ({ date, type })),
    coverageFrom: `${Math.min(...years)}-01-01`,
    coverageUntil: `${Math.max(...years)}-12-31`,
  });
});

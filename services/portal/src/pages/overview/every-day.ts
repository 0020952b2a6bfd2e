import type { DayFigures, Period } from '../../api/insight.js';
import { moveDay } from '../../format/times.js';

export type DayCount = Pick<DayFigures, 'day' | 'filed' | 'resolved'>;

const LONGEST = 400;

/** Each day of the period; one on which nothing was filed counts as none, not as a gap. */
export function everyDay({ from, to }: Period, days: readonly DayFigures[]): readonly DayCount[] {
  const known = new Map(days.map((figures) => [figures.day, figures]));
  const all: DayCount[] = [];
  for (let day = from; day <= to && all.length < LONGEST; day = moveDay(day, 1)) {
    all.push(known.get(day) ?? { day, filed: 0, resolved: 0 });
  }
  return all;
}

import { WorkingCalendar, type OfficeWindow, type WorkingCalendarData } from '@nqi/kernel';

export interface PublishedDay {
  readonly date: string;
  readonly type: 'holiday' | 'makeup_workday';
  readonly name: { readonly zh: string; readonly en: string };
}

/** The calendar that all offices count by: what was announced, and the working time derived from it. */
export class PublishedCalendar {
  readonly working: WorkingCalendar;

  constructor(
    readonly days: readonly PublishedDay[],
    readonly coverageFrom: string,
    readonly coverageUntil: string,
    readonly windows: readonly OfficeWindow[],
  ) {
    const data: WorkingCalendarData = { days, coverageFrom, coverageUntil, windows };
    this.working = new WorkingCalendar(data);
  }

  /** Days that differ from the plain week in a year; empty for one that is not announced. */
  daysOf(year: number): PublishedDay[] {
    return this.days.filter(({ date }) => date.startsWith(`${year}-`));
  }
}

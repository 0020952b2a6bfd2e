import type { WorkingCalendar } from '@nqi/kernel';

/** The working days by which promises and the clocks of cases count. */
export class OfficeCalendar {
  constructor(readonly working: WorkingCalendar) {}
}

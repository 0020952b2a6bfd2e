import type { WorkingCalendar } from '@nqi/kernel';

/** The working days by which the clocks of cases count. */
export class CaseCalendar {
  constructor(readonly working: WorkingCalendar) {}
}

import type { DeliveryState } from '@nqi/platform';
import type { DailyReport } from './daily-report.js';

export interface SentReport extends DailyReport {
  readonly delivery: DeliveryState;
  readonly attempts: number;
  readonly deliveredAt?: Date;
}

export interface ReportCriteria {
  readonly city?: string;
  readonly day?: string;
  readonly limit: number;
  readonly after?: { readonly at: Date; readonly id: string };
}

/** Reports as they were made, for good, and how far each came. */
export abstract class ProvinceReports {
  /** Keeps a report and has it sent, in one transaction; false when another replica made that version. */
  abstract add(report: DailyReport): Promise<boolean>;

  /** The newest version of each of the days that has one. */
  abstract newest(city: string, days: readonly string[]): Promise<DailyReport[]>;

  abstract lastDay(city: string): Promise<string | undefined>;

  /** The latest made first, one more than `limit` when there are more. */
  abstract find(criteria: ReportCriteria): Promise<SentReport[]>;

  abstract get(id: string): Promise<SentReport | undefined>;
}

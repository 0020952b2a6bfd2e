import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, OutboundDeliveries, decodeTimeCursor, toPage, type Page } from '@nqi/platform';
import { requireDate } from '../figures/period.js';
import { noSuchReport } from './province-reports.errors.js';
import { ProvinceReports, type SentReport } from './province-reports.repository.js';
import { type ReportDetailView, type ReportsFilter } from './province-reports.dto.js';

/** What the province was told of each day, and whether it took it. */
@Injectable()
export class ReadReportsQuery {
  constructor(
    private readonly reports: ProvinceReports,
    private readonly deliveries: OutboundDeliveries,
  ) {}

  async list({ limit = DEFAULT_PAGE, cursor, city, day }: ReportsFilter): Promise<Page<SentReport>> {
    if (day !== undefined) requireDate(day, '/day');
    const after = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    return toPage(
      await this.reports.find({ city, day, limit, after }),
      limit,
      ({ madeAt, id }) => [madeAt.toISOString(), id],
      (report) => report,
    );
  }

  async one(id: string): Promise<ReportDetailView> {
    const report = await this.reports.get(id);
    if (!report) throw noSuchReport();
    return { ...report, log: await this.deliveries.attempts(id) };
  }
}

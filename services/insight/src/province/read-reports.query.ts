import { Injectable } from '@nestjs/common';
import { DomainError, isUuid } from '@nqi/kernel';
import { DEFAULT_PAGE, OutboundDeliveries, decodeCursor, toPage, type Page } from '@nqi/platform';
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
    const after = cursor === undefined ? undefined : placeOf(cursor);
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

function placeOf(cursor: string): { at: Date; id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, 2);
  const at = new Date(time);
  if (isUuid(id) && !Number.isNaN(at.getTime())) return { at, id };
  const text = { zh: '分页游标无效', en: 'The cursor is not valid' };
  throw new DomainError('PAGE.BAD_CURSOR', 'invalid', text, {}, '/cursor');
}

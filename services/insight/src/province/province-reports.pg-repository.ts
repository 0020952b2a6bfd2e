import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { OutboundDeliveries, PROVINCE_TARGET } from '@nqi/platform';
import { TELL_FOR_MS, reportMessage, type DailyReport } from './daily-report.js';
import { ProvinceReports, type ReportCriteria, type SentReport } from './province-reports.repository.js';

const ADD = `
  INSERT INTO province_report (id, city, day, version, figures, made_at) VALUES ($1, $2, $3::date, $4, $5, $6)
  ON CONFLICT (city, day, version) DO NOTHING`;
const COLUMNS = `r.id, r.city, r.day::text AS day, r.version, r.figures, r.made_at AS "madeAt"`;
const NEWEST = `
  SELECT DISTINCT ON (r.day) ${COLUMNS} FROM province_report r
  WHERE r.city = $1 AND r.day = ANY($2::date[]) ORDER BY r.day, r.version DESC`;
const LAST_DAY = `SELECT max(day)::text AS day FROM province_report WHERE city = $1`;
const SENT = `
  SELECT ${COLUMNS}, d.state AS delivery, d.attempts, d.ended_at AS "endedAt"
  FROM province_report r JOIN outbound_delivery d ON d.id = r.id`;

type SentRow = Omit<SentReport, 'deliveredAt'> & { readonly endedAt: Date | null } & Record<string, unknown>;

@Injectable()
export class PgProvinceReports extends ProvinceReports {
  constructor(
    private readonly database: Database,
    private readonly deliveries: OutboundDeliveries,
  ) {
    super();
  }

  add(report: DailyReport): Promise<boolean> {
    const { id, city, day, version, figures, madeAt } = report;
    const message = reportMessage(report);
    return this.database.transaction(async () => {
      const added = await this.database.write(ADD, [id, city, day, version, JSON.stringify(figures), madeAt]);
      if (added === 0) return false;
      const [type, body] = [message.type, JSON.stringify(message)];
      await this.deliveries.add([{ id, target: PROVINCE_TARGET, lane: city, type, body, tryForMs: TELL_FOR_MS }]);
      return true;
    });
  }

  newest(city: string, days: readonly string[]): Promise<DailyReport[]> {
    return this.database.query<DailyReport & Record<string, unknown>>(NEWEST, [city, days]);
  }

  async lastDay(city: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ day: string | null }>(LAST_DAY, [city]);
    return row?.day ?? undefined;
  }

  async find({ city, day, limit, after }: ReportCriteria): Promise<SentReport[]> {
    const { values, bind } = binding();
    const conditions = [
      'TRUE',
      ...(city === undefined ? [] : [`r.city = ${bind(city)}`]),
      ...(day === undefined ? [] : [`r.day = ${bind(day)}::date`]),
      ...(after ? [`(r.made_at, r.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`] : []),
    ];
    const rows = await this.database.query<SentRow>(
      `${SENT} WHERE ${conditions.join(' AND ')} ORDER BY r.made_at DESC, r.id DESC LIMIT ${bind(limit + 1)}`,
      values,
    );
    return rows.map(toSent);
  }

  async get(id: string): Promise<SentReport | undefined> {
    const [row] = await this.database.query<SentRow>(`${SENT} WHERE r.id = $1`, [id]);
    return row && toSent(row);
  }
}

function toSent({ endedAt, ...row }: SentRow): SentReport {
  return { ...(row as SentReport), ...(row.delivery === 'DELIVERED' && endedAt && { deliveredAt: endedAt }) };
}

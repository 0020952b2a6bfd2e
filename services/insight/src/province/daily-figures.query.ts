import { Injectable } from '@nestjs/common';
import { addDays, shanghaiInstant } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { share } from '../figures/figures.js';
import { OFFICE_LEVELS, cityOf, type DailyFigures, type DailyRow } from './daily-report.js';

const HUBS = `SELECT code FROM node_name WHERE code LIKE 'HUB-%' ORDER BY code`;
const ENDED = `coalesce(f.resolved_at, f.cancelled_at, 'infinity'::timestamptz)`;
/** $1 the day, $2 and $3 its bounds, $4 the city's hub, $5 the beginning of its regions' codes. What lies with the province is the city's by its request. */
const ROWS = `
  SELECT f.service_code AS "serviceCode", least(array_length(string_to_array(f.node_path, '/'), 1), 4) AS depth,
    count(*) FILTER (WHERE f.day = $1::date)::int AS filed,
    count(*) FILTER (WHERE f.accepted_at >= $2 AND f.accepted_at < $3)::int AS accepted,
    count(*) FILTER (WHERE f.resolved_at >= $2 AND f.resolved_at < $3)::int AS resolved,
    count(*) FILTER (WHERE f.resolved_at IS NULL AND f.cancelled_at >= $2 AND f.cancelled_at < $3)::int AS cancelled,
    count(*) FILTER (WHERE ${ENDED} >= $3 AND coalesce(f.accepted_at, 'infinity') >= $3)::int AS waiting,
    count(*) FILTER (WHERE ${ENDED} >= $3 AND f.accepted_at < $3)::int AS working,
    count(*) FILTER (WHERE f.accepted_at >= $2 AND f.accepted_at < $3 AND f.accepted_on_time)::int AS "acceptMet",
    count(*) FILTER (WHERE f.resolved_at >= $2 AND f.resolved_at < $3 AND f.completed_on_time)::int AS "resolveMet"
  FROM ticket_fact f LEFT JOIN request_fact r ON r.request_id = f.request_id
  WHERE f.day <= $1::date AND ${ENDED} >= $2
    AND (strpos('/' || f.node_path || '/', '/' || $4 || '/') > 0
      OR (strpos(f.node_path, '/') = 0 AND r.region_code LIKE $5 || '%'))
  GROUP BY 1, 2 ORDER BY 1, 2`;
const RATED = `
  SELECT count(stars)::int AS rated, avg(stars)::float8 AS average FROM request_fact
  WHERE completed_at >= $1 AND completed_at < $2 AND region_code LIKE $3 || '%'`;

interface Row extends Omit<DailyRow, 'level'> {
  readonly depth: number;
  readonly acceptMet: number;
  readonly resolveMet: number;
}

/** Counts a city's day from the facts; a ticket counts at the level of the office that holds it, or held it last. */
@Injectable()
export class DailyFiguresQuery {
  constructor(private readonly database: Database) {}

  /** Codes of the hubs that the network told of. */
  async hubs(): Promise<string[]> {
    const rows = await this.database.query<{ code: string }>(HUBS);
    return rows.map(({ code }) => code);
  }

  async execute(hub: string, day: string): Promise<DailyFigures> {
    const [begins, ends] = [shanghaiInstant(day), shanghaiInstant(addDays(day, 1))];
    const regions = cityOf(hub).slice(0, 4);
    const counted = await this.database.query<Row & Record<string, unknown>>(ROWS, [day, begins, ends, hub, regions]);
    const [stars] = await this.database.query<{ rated: number; average: number | null }>(RATED, [
      begins,
      ends,
      regions,
    ]);
    const sum = (figure: 'accepted' | 'resolved' | 'acceptMet' | 'resolveMet') =>
      counted.reduce((total, row) => total + row[figure], 0);
    const { rated = 0, average = null } = stars ?? {};
    return {
      rows: counted.map(({ depth, acceptMet: _a, resolveMet: _r, serviceCode, ...counts }) => ({
        serviceCode,
        level: OFFICE_LEVELS[depth - 1] ?? 'PARK',
        ...counts,
      })),
      acceptedOnTime: share(sum('acceptMet'), sum('accepted')),
      resolvedOnTime: share(sum('resolveMet'), sum('resolved')),
      satisfaction: { rated, ...(average !== null && { averageStars: Math.round(average * 100) / 100 }) },
    };
  }
}

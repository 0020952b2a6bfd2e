import { Injectable } from '@nestjs/common';
import { Clock, addDays, shanghaiInstant } from '@nqi/kernel';
import { Database, binding, type Bind } from '@nqi/persistence';
import type { Access } from '@nqi/platform';
import {
  share,
  type Dimension,
  type Figures,
  type FiguresFilter,
  type Group,
  type Groups,
  type RequestFigures,
} from './figures.js';

const COLUMNS: Record<Dimension, string> = { node: 'node_code', domain: 'domain', day: 'day' };

/** The definitions of the figures; README says them in words. `$1` is the moment that "overdue" is judged at. */
const FIGURES = `
  count(*)::int AS filed,
  count(*) FILTER (WHERE status NOT IN ('RESOLVED', 'CANCELLED'))::int AS open,
  count(accepted_at)::int AS accepted,
  count(*) FILTER (WHERE status = 'RESOLVED')::int AS resolved,
  count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled,
  count(*) FILTER (WHERE status IN ('WAITING', 'ACCEPTED') AND (complete_due_at < $1 OR (accepted_at IS NULL AND accept_due_at < $1)))::int
    AS overdue_open,
  count(*) FILTER (WHERE accepted_on_time)::int AS accept_met,
  count(*) FILTER (WHERE accepted_at IS NOT NULL OR (status = 'WAITING' AND accept_due_at < $1))::int AS accept_due,
  count(*) FILTER (WHERE completed_on_time)::int AS complete_met,
  count(*) FILTER (WHERE resolved_at IS NOT NULL OR (status IN ('WAITING', 'ACCEPTED') AND complete_due_at < $1))::int AS complete_due,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY accept_minutes) AS accept_median,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY accept_minutes) AS accept_p90,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY complete_minutes) AS complete_median,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY complete_minutes) AS complete_p90,
  coalesce(sum(transfers), 0)::int AS transfers,
  coalesce(sum(returns), 0)::int AS returns,
  coalesce(sum(breaches), 0)::int AS breaches`;
const AS_OF = `SELECT max(as_of) AS as_of FROM progress`;

interface FigureRow {
  dimension: Dimension | null;
  key: string;
  name_zh: string | null;
  name_en: string | null;
  filed: number;
  open: number;
  accepted: number;
  resolved: number;
  cancelled: number;
  overdue_open: number;
  accept_met: number;
  accept_due: number;
  complete_met: number;
  complete_due: number;
  accept_median: number | null;
  accept_p90: number | null;
  complete_median: number | null;
  complete_p90: number | null;
  transfers: number;
  returns: number;
  breaches: number;
}

/** Counts facts within the caller's reach. A figure without cases is absent, never nought. */
@Injectable()
export class FiguresQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async overview(filter: FiguresFilter, access: Access): Promise<Groups> {
    const rows = await this.count(['node', 'domain'], filter, access, true);
    const of = (dimension: Dimension | null) => rows.filter((row) => row.dimension === dimension);
    const [totals] = of(null);
    return {
      totals: toFigures(totals as FigureRow),
      nodes: of('node').map(toGroup),
      domains: of('domain').map(toGroup),
    };
  }

  async grouped(dimension: Dimension, filter: FiguresFilter, access: Access): Promise<Group[]> {
    return (await this.count([dimension], filter, access)).map(toGroup);
  }

  /** Requests of which at least one ticket is within reach and filter; those not routed yet are seen by who sees all. */
  async requests({ period, node, domain }: FiguresFilter, access: Access): Promise<RequestFigures> {
    const { values, bind } = binding();
    const tickets = [reach(access, bind), ...below(node, bind), ...ofDomain(domain, bind)].filter(
      (part) => part !== 'TRUE',
    );
    const within =
      tickets.length === 0
        ? 'TRUE'
        : `EXISTS (SELECT FROM ticket_fact WHERE ticket_fact.request_id = r.request_id AND ${tickets.join(' AND ')})`;
    const [row] = await this.database.query<RequestRow>(
      `SELECT count(*)::int AS filed,
         count(*) FILTER (WHERE completed_at IS NULL AND cancelled_at IS NULL)::int AS open,
         count(completed_at)::int AS completed,
         count(*) FILTER (WHERE cancelled_at IS NOT NULL AND completed_at IS NULL)::int AS cancelled,
         count(stars)::int AS rated,
         avg(stars)::float8 AS average_stars
       FROM request_fact r
       WHERE filed_at >= ${bind(shanghaiInstant(period.from))} AND filed_at < ${bind(shanghaiInstant(addDays(period.to, 1)))}
         AND ${within}`,
      values,
    );
    const { average_stars, ...figures } = row as RequestRow;
    return { ...figures, ...(average_stars !== null && { averageStars: Math.round(average_stars * 100) / 100 }) };
  }

  /** Time of the newest event that is counted; undefined before the first one. */
  async asOf(): Promise<Date | undefined> {
    const [row] = await this.database.query<{ as_of: Date | null }>(AS_OF);
    return row?.as_of ?? undefined;
  }

  /** One row per value of each dimension and, `withTotals`, one over everything. */
  private count(by: Dimension[], filter: FiguresFilter, access: Access, withTotals = false): Promise<FigureRow[]> {
    const { values, bind } = binding();
    const { period, node, domain } = filter;
    bind(this.clock.now());
    const where = [
      `day BETWEEN ${bind(period.from)}::date AND ${bind(period.to)}::date`,
      reach(access, bind),
      ...below(node, bind),
      ...ofDomain(domain, bind),
    ].join(' AND ');
    const dimension = by.map((name) => `WHEN GROUPING(${COLUMNS[name]}) = 0 THEN '${name}'`).join(' ');
    const key = by.map((name) => `${COLUMNS[name]}::text`).join(', ');
    const sets = [...(withTotals ? ['()'] : []), ...by.map((name) => `(${COLUMNS[name]})`)].join(', ');
    return this.database.query<FigureRow>(
      `WITH counted AS (
         SELECT CASE ${dimension} END AS dimension, coalesce(${key}) AS key, ${FIGURES}
         FROM ticket_fact WHERE ${where} GROUP BY GROUPING SETS (${sets}))
       SELECT counted.*, n.name_zh, n.name_en
       FROM counted LEFT JOIN node_name n ON counted.dimension = 'node' AND n.code = counted.key ORDER BY key`,
      values,
    );
  }
}

interface RequestRow {
  filed: number;
  open: number;
  completed: number;
  cancelled: number;
  rated: number;
  average_stars: number | null;
}

const reach = (access: Access, bind: Bind): string => access.condition({ nodePath: 'node_path' }, bind);

/** The code may stand anywhere in the path, the first place included. */
const below = (node: string | undefined, bind: Bind): string[] =>
  node === undefined ? [] : [`strpos('/' || node_path || '/', '/' || ${bind(node)} || '/') > 0`];

const ofDomain = (domain: string | undefined, bind: Bind): string[] =>
  domain === undefined ? [] : [`domain = ${bind(domain)}`];

function toGroup(row: FigureRow): Group {
  return {
    key: row.key,
    ...(row.name_zh !== null && { name: { zh: row.name_zh, en: row.name_en || row.name_zh } }),
    figures: toFigures(row),
  };
}

function toFigures(row: FigureRow): Figures {
  return {
    filed: row.filed,
    open: row.open,
    accepted: row.accepted,
    resolved: row.resolved,
    cancelled: row.cancelled,
    overdueOpen: row.overdue_open,
    acceptedOnTime: share(row.accept_met, row.accept_due),
    resolvedOnTime: share(row.complete_met, row.complete_due),
    ...minutes('medianAcceptMinutes', row.accept_median),
    ...minutes('p90AcceptMinutes', row.accept_p90),
    ...minutes('medianMinutes', row.complete_median),
    ...minutes('p90Minutes', row.complete_p90),
    transfers: row.transfers,
    returns: row.returns,
    breaches: row.breaches,
  };
}

const minutes = (name: string, value: number | null) => (value === null ? {} : { [name]: Math.round(value) });

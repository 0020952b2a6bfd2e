import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { Access } from '@nqi/platform';
import type { Dimension, Figures, FiguresFilter, Group } from './figures.js';

const KEYS: Record<Dimension, string> = { node: 'node_code', domain: 'domain', day: "to_char(day, 'YYYY-MM-DD')" };

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
const AS_OF = `SELECT max(seen_at) AS as_of FROM ticket_fact`;

interface FigureRow {
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

  async totals(filter: FiguresFilter, access: Access): Promise<Figures> {
    const { values, where } = this.conditions(filter, access);
    const [row] = await this.database.query<FigureRow>(`SELECT ${FIGURES} FROM ticket_fact WHERE ${where}`, values);
    return toFigures(row as FigureRow);
  }

  async grouped(dimension: Dimension, filter: FiguresFilter, access: Access): Promise<Group[]> {
    const { values, where } = this.conditions(filter, access);
    const rows = await this.database.query<FigureRow>(
      `WITH counted AS (SELECT ${KEYS[dimension]} AS key, ${FIGURES} FROM ticket_fact WHERE ${where} GROUP BY 1)
       SELECT counted.*, n.name_zh, n.name_en FROM counted LEFT JOIN node_name n ON n.code = counted.key ORDER BY key`,
      values,
    );
    return rows.map((row) => ({
      key: row.key,
      ...(row.name_zh !== null && { name: { zh: row.name_zh, en: row.name_en ?? row.name_zh } }),
      figures: toFigures(row),
    }));
  }

  /** Time of the newest event that is counted; undefined before the first one. */
  async asOf(): Promise<Date | undefined> {
    const [row] = await this.database.query<{ as_of: Date | null }>(AS_OF);
    return row?.as_of ?? undefined;
  }

  private conditions(filter: FiguresFilter, access: Access): { values: unknown[]; where: string } {
    const values: unknown[] = [this.clock.now()];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const where = [access.condition({ nodePath: 'node_path' }, bind)];
    if (filter.from) where.push(`day >= ${bind(filter.from)}::date`);
    if (filter.to) where.push(`day <= ${bind(filter.to)}::date`);
    if (filter.domain) where.push(`domain = ${bind(filter.domain)}`);
    if (filter.node) where.push(`(node_code = ${bind(filter.node)} OR node_path LIKE ${bind(`%/${filter.node}/%`)})`);
    return { values, where: where.join(' AND ') };
  }
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

const share = (met: number, n: number) => (n === 0 ? { n } : { rate: met / n, n });

const minutes = (name: string, value: number | null) => (value === null ? {} : { [name]: Math.round(value) });

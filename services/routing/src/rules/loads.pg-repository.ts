import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { Loads } from './decision.js';
import type { DeskMove } from './desk.js';
import { deskFilledUp, deskFull } from './desk.errors.js';
import { LoadRepository, type LoadDifference, type TakenBy } from './loads.repository.js';

const FRESH_MS = 2_000;
const OPEN_TICKETS = `
  SELECT institution_id AS desk, count(*)::integer AS open FROM ticket
  WHERE status NOT IN ('RESOLVED', 'CANCELLED') AND institution_id IS NOT NULL GROUP BY institution_id
  UNION ALL SELECT desk, open FROM desk_load WHERE desk NOT LIKE 'ORG%'`;
const LOCK = `SELECT desk FROM desk_load WHERE desk = ANY($1::text[]) ORDER BY desk FOR UPDATE`;
/** What leaves a desk always goes; what comes must find room, also when the limit was lowered meanwhile. */
const MOVE = `
  UPDATE desk_load d SET open = d.open + m.by FROM unnest($1::text[], $2::integer[]) AS m (desk, by)
  WHERE d.desk = m.desk AND (m.by <= 0 OR d.open + m.by <= d.capacity) RETURNING d.desk`;
/** What the counters have to say. */
const REALITY = `
  SELECT d.desk, d.open AS counted, (SELECT count(*)::integer FROM ticket t
    WHERE t.status NOT IN ('RESOLVED', 'CANCELLED')
      AND (d.desk = t.institution_id OR d.desk = t.node_code AND t.triage IS NULL)) AS open
  FROM desk_load d`;
const DIFFERENCES = `SELECT * FROM (${REALITY}) r WHERE counted <> open ORDER BY desk`;
const STILL = `LOCK TABLE ticket IN EXCLUSIVE MODE`;
const REPAIR = `UPDATE desk_load d SET open = r.open FROM (${REALITY}) r WHERE d.desk = r.desk AND d.open <> r.open`;

interface Taken extends DeskMove {
  readonly taker: TakenBy;
}

@Injectable()
export class PgLoadRepository extends LoadRepository {
  private loads = new Map<string, number>();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async lastSeen(): Promise<Loads> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.readAt) < FRESH_MS) return this.loads;
    const rows = await this.database.query<{ desk: string; open: number }>(OPEN_TICKETS);
    this.loads = new Map(rows.map(({ desk, open }) => [desk, open]));
    this.readAt = now;
    return this.loads;
  }

  added(desks: readonly string[]): void {
    for (const desk of desks) this.loads.set(desk, (this.loads.get(desk) ?? 0) + 1);
  }

  async move(moves: readonly DeskMove[], by: TakenBy): Promise<void> {
    for (const move of moves) await this.database.gather(this.write, { ...move, taker: by });
  }

  differences(): Promise<LoadDifference[]> {
    return this.database.query<LoadDifference & Record<string, unknown>>(DIFFERENCES);
  }

  repair(): Promise<LoadDifference[]> {
    return this.database.transaction(async () => {
      await this.database.write(STILL);
      const wrong = await this.differences();
      if (wrong.length > 0) await this.database.write(REPAIR);
      return wrong;
    });
  }

  private readonly write = async (moves: readonly Taken[]): Promise<void> => {
    const sums = new Map<string, number>();
    for (const { desk, by } of moves) sums.set(desk, (sums.get(desk) ?? 0) + by);
    const locked = await this.database.query<{ desk: string }>(LOCK, [[...sums.keys()]]);
    if (locked.length === 0) return;
    const desks = locked.map(({ desk }) => desk);
    const moved = await this.database.query<{ desk: string }>(MOVE, [desks, desks.map((desk) => sums.get(desk))]);
    if (moved.length === desks.length) return;
    // What was seen of the desks is stale, or there would have been room.
    this.readAt = Number.NEGATIVE_INFINITY;
    const full = moves.find(
      ({ desk, by }) => by > 0 && desks.includes(desk) && !moved.some((each) => each.desk === desk),
    );
    throw full?.taker === 'person' ? deskFull(full.desk) : deskFilledUp(full?.desk ?? '');
  };
}

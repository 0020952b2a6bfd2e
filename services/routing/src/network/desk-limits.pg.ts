import type { Database } from '@nqi/persistence';

/** How many open tickets a desk may hold from now on; undefined for as many as come. */
export interface DeskLimit {
  /** Code of an office or id of an institution. */
  readonly desk: string;
  readonly capacity: number | undefined;
}

const LIFT = `DELETE FROM desk_load WHERE desk = $1`;
const RESIZE = `UPDATE desk_load SET capacity = $2 WHERE desk = $1`;
/** Also waits for whoever holds a ticket's row, so that nobody who waits for this can be waited for. */
const STILL = `LOCK TABLE ticket IN EXCLUSIVE MODE`;
const COUNT = `
  INSERT INTO desk_load (desk, capacity, open)
  SELECT $1, $2, count(*) FROM ticket
  WHERE status NOT IN ('RESOLVED', 'CANCELLED')
    AND ($1 = institution_id OR $1 = node_code AND triage IS NULL)`;

/**
 * Begins, changes or ends the counting at desks, in the ambient transaction. A first count needs every ticket to stand
 * still for the moment; whoever writes one next finds the counter there and keeps to it.
 */
export async function setLimits(database: Database, limits: readonly DeskLimit[]): Promise<void> {
  for (const { desk, capacity } of limits) {
    if (capacity === undefined) {
      await database.write(LIFT, [desk]);
    } else if ((await database.write(RESIZE, [desk, capacity])) === 0) {
      await database.write(STILL);
      await database.write(COUNT, [desk, capacity]);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import type { Fired } from '../due/due-rows.repository.js';
import { fireEach } from '../due/fire-each.pg-repository.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { WaitingUpwards } from './waiting-upwards.repository.js';

/** What somebody has accepted is worked on by hand. */
const WAITING = `status = 'ROUTED' AND handed_up_at IS NULL AND triage IS NULL AND node_path NOT LIKE '%/%'`;
const CLAIM = `
  SELECT id FROM ticket WHERE ${WAITING} AND id <> ALL($1::uuid[])
  ORDER BY routed_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
const COUNT = `SELECT count(*)::int AS count FROM ticket WHERE ${WAITING}`;

@Injectable()
export class PgWaitingUpwards extends WaitingUpwards {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
  ) {
    super();
  }

  fireDue(now: Date, limit: number): Promise<Fired> {
    return fireEach(this.database, limit, {
      claim: async (failed) => (await this.database.query<{ id: string }>(CLAIM, [failed]))[0]?.id,
      fire: async (id) => {
        await this.tickets.update(id, (ticket) => ticket.handUp(now));
        failpoint('routing.handed-up-before-commit');
      },
    });
  }

  /** They come whenever somebody lifts or places one, and are due at once. */
  async nextDue(): Promise<undefined> {
    return undefined;
  }

  async count(): Promise<number> {
    return (await this.database.query<{ count: number }>(COUNT))[0]?.count ?? 0;
  }
}

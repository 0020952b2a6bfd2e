import { Injectable } from '@nestjs/common';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import type { Fired } from '../due/due-rows.repository.js';
import { fireEach } from '../due/fire-each.pg-repository.js';
import { NetworkRepository } from '../network/network.repository.js';
import { LoadRepository } from '../rules/loads.repository.js';
import type { Timer } from '../tickets/ticket-timing.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { officesAbove, officesBeside } from './other-offices.js';
import { TimerRepository } from './timers.repository.js';

/** The ticket is locked before its timers, as every other change of a ticket does it. */
const CLAIM = `
  SELECT t.id FROM ticket_timer x JOIN ticket t ON t.id = x.ticket_id
  WHERE x.fired_at IS NULL AND x.due_at <= $1 AND t.id <> ALL($2::uuid[])
  ORDER BY x.due_at LIMIT 1 FOR UPDATE OF t SKIP LOCKED`;
const FIRE = `
  UPDATE ticket_timer SET fired_at = $2
  WHERE ticket_id = $1 AND fired_at IS NULL AND due_at <= $2 RETURNING clock, kind, due_at`;
const NEXT_DUE = `
  SELECT due_at FROM ticket_timer WHERE fired_at IS NULL AND due_at IS NOT NULL ORDER BY due_at LIMIT 1`;

interface DueTimer {
  clock: Timer['clock'];
  kind: string;
  due_at: Date;
}

@Injectable()
export class PgTimerRepository extends TimerRepository {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly networks: NetworkRepository,
    private readonly loads: LoadRepository,
  ) {
    super();
  }

  fireDue(now: Date, limit: number): Promise<Fired> {
    return fireEach(this.database, limit, {
      claim: async (failed) => (await this.database.query<{ id: string }>(CLAIM, [now, failed]))[0]?.id,
      fire: (ticketId) => this.fire(ticketId, now),
    });
  }

  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.database.query<{ due_at: Date }>(NEXT_DUE);
    return row?.due_at;
  }

  /** Read again under the ticket's lock: what the claim saw may have been moved or fired meanwhile. */
  private async fire(ticketId: string, now: Date): Promise<void> {
    const due = await this.database.query<DueTimer>(FIRE, [ticketId, now]);
    due.sort((a, b) => a.due_at.getTime() - b.due_at.getTime());
    if (due.length === 0) return;
    const network = await this.networks.current();
    const loads = await this.loads.lastSeen();
    await this.tickets.update(ticketId, (ticket) => {
      for (const { clock, kind } of due) {
        const { nodeCode, domain } = ticket.snapshot();
        ticket.noteTimer(clock, kind, now, {
          above: officesAbove(network, nodeCode, domain, loads),
          beside: officesBeside(network, nodeCode, domain, loads),
        });
      }
    });
    failpoint('routing.timer-before-commit');
  }
}

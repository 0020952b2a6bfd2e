import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { ReleaseReferralsHandler } from '../referrals/release-referrals.handler.js';
import { ReleaseBookingsHandler } from '../resources/release-bookings.handler.js';
import { ChangeTicketHandler, type TicketTarget } from '../tickets/change-ticket.handler.js';
import { type Act } from '../tickets/ticket.js';
import { type TicketRecord } from '../tickets/ticket-state.js';
import { notInTriage } from './triage.errors.js';

export const DECLINE_REASONS = ['NO_QUALIFIED_BODY', 'OUTSIDE_REMIT', 'NO_LEGAL_BASIS', 'DUPLICATE', 'OTHER'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export interface DeclineTicket {
  readonly target: TicketTarget;
  readonly reasonCode: DeclineReason;
  readonly text: string;
}

/** Ends a ticket that truly nobody can serve, with what was booked or referred for it; the request is told why. */
@Injectable()
export class DeclineTicketHandler {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeTicketHandler,
    private readonly bookings: ReleaseBookingsHandler,
    private readonly referrals: ReleaseReferralsHandler,
  ) {}

  execute({ target, reasonCode, text }: DeclineTicket): Promise<TicketRecord> {
    return this.database.transaction(async () => {
      let declined: Act | undefined;
      const record = await this.changes.execute(target, (ticket, act) => {
        const { id, triage } = ticket.snapshot();
        if (triage === undefined) throw notInTriage(id);
        ticket.cancel(act, text, reasonCode);
        declined = act;
      });
      if (declined) {
        const why = { ticketId: record.id, reason: text, ...declined };
        await this.bookings.execute(why);
        await this.referrals.execute(why);
      }
      return record;
    });
  }
}

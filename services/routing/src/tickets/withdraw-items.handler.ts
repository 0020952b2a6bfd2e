import { Injectable } from '@nestjs/common';
import { ReleaseReferralsHandler } from '../referrals/release-referrals.handler.js';
import { ReleaseBookingsHandler } from '../resources/release-bookings.handler.js';
import { TicketRepository } from './ticket.repository.js';

export interface WithdrawItems {
  readonly itemIds: readonly string[];
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/**
 * Cancels the tickets of withdrawn items, and gives back what was booked or referred for them in the same transaction. An
 * item that has no ticket yet, because its event waits somewhere, gets none.
 */
@Injectable()
export class WithdrawItemsHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly bookings: ReleaseBookingsHandler,
    private readonly referrals: ReleaseReferralsHandler,
  ) {}

  async execute({ itemIds, reason, actor, at }: WithdrawItems): Promise<void> {
    // Always in the same order, so that two transactions cannot wait for each other.
    for (const itemId of [...itemIds].sort()) {
      const ticket = await this.tickets.updateOfItem(itemId, (found) => found.cancel({ actor, at }, reason));
      if (ticket) await this.release(ticket.id, { reason, actor, at });
      else await this.tickets.withdraw(itemId, at);
    }
  }

  private async release(ticketId: string, why: Pick<WithdrawItems, 'reason' | 'actor' | 'at'>): Promise<void> {
    await this.bookings.execute({ ticketId, ...why });
    await this.referrals.execute({ ticketId, ...why });
  }
}

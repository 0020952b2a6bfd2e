import { Injectable } from '@nestjs/common';
import { TicketRepository } from './ticket.repository.js';

export interface WithdrawItems {
  readonly itemIds: readonly string[];
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** Cancels the tickets of withdrawn items. One that has no ticket yet, because its event waits somewhere, gets none. */
@Injectable()
export class WithdrawItemsHandler {
  constructor(private readonly tickets: TicketRepository) {}

  async execute({ itemIds, reason, actor, at }: WithdrawItems): Promise<void> {
    // Always in the same order, so that two transactions cannot wait for each other.
    for (const itemId of [...itemIds].sort()) {
      const ticket = await this.tickets.updateOfItem(itemId, (found) => found.cancel({ actor, at }, reason));
      if (!ticket) await this.tickets.withdraw(itemId, at);
    }
  }
}

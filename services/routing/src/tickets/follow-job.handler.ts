import { Injectable } from '@nestjs/common';
import { TicketRepository } from './ticket.repository.js';

/** A ticket follows the job that an institution does for it; what it knows already changes nothing. */
@Injectable()
export class FollowJobHandler {
  constructor(private readonly tickets: TicketRepository) {}

  async opened(ticketId: string, jobId: string, at: Date): Promise<void> {
    await this.tickets.update(ticketId, (ticket) => ticket.start(jobId, at));
  }

  async completed(ticketId: string, deliverableNumbers: readonly string[], at: Date): Promise<void> {
    await this.tickets.update(ticketId, (ticket) => ticket.finish(deliverableNumbers, at));
  }
}

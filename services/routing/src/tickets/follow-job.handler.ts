import { Injectable } from '@nestjs/common';
import { type TicketJob } from './ticket.js';
import { SYSTEM } from './ticket-routing.js';
import { TicketRepository } from './ticket.repository.js';

/** A ticket follows the job that an institution does for it; what it knows already changes nothing. */
@Injectable()
export class FollowJobHandler {
  constructor(private readonly tickets: TicketRepository) {}

  async opened(ticketId: string, job: TicketJob, at: Date): Promise<void> {
    await this.tickets.update(ticketId, (ticket) => ticket.start(job, at));
  }

  /** A step of the job is the handler's answer; only the first one opens the ticket. */
  async advanced(ticketId: string, job: TicketJob, at: Date): Promise<void> {
    if (await this.tickets.awaitsAnswer(ticketId)) {
      await this.tickets.update(ticketId, (ticket) => ticket.noteWork(SYSTEM, job, at));
    }
  }

  async completed(ticketId: string, job: TicketJob, deliverableNumbers: readonly string[], at: Date): Promise<void> {
    await this.tickets.update(ticketId, (ticket) => ticket.finish(job, deliverableNumbers, at));
  }
}

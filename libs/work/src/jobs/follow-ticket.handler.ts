import { Injectable } from '@nestjs/common';
import { JobRepository } from './job.repository.js';

/** Keeps a job in step with what happens to its ticket. */
@Injectable()
export class FollowTicketHandler {
  constructor(private readonly jobs: JobRepository) {}

  toNode(ticketId: string, nodeCode: string, nodePath: string): Promise<void> {
    return this.jobs.moveToNode(ticketId, nodeCode, nodePath);
  }

  cancelled(ticketId: string, reason: string, at: Date): Promise<void> {
    return this.jobs.cancelForTicket(ticketId, reason, at);
  }
}

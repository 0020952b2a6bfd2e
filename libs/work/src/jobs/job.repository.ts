import type { Job } from './job.js';
import type { JobFacts } from './procedure.js';

/** What a ticket asks to be done, and by which of its versions: that tells two orders of one ticket apart. */
export interface JobOrder {
  readonly facts: Omit<JobFacts, 'jobNo'>;
  readonly ticketVersion: number;
}

/** What the use cases need of storage. */
export abstract class JobRepository {
  /** Opens a job for a ticket once; a ticket that has one already is left alone. */
  abstract open(order: JobOrder, form: unknown): Promise<void>;

  /**
   * Hands a ticket's open job on and opens one for another institution, in one transaction; what was issued stands.
   * Does nothing where this order, or a later one of the ticket, was carried out already.
   */
  abstract replace(order: JobOrder, form: unknown, reason: string): Promise<void>;

  /**
   * Loads a job under a lock, lets `change` work on it and keeps the result with its events, all in one transaction.
   * Throws `not_found` for an unknown id.
   */
  abstract update(
    id: string,
    change: (job: Job<string, unknown>, version: number) => void,
  ): Promise<Job<string, unknown>>;

  /** Ends the job of a ticket, if there is one and it is open. */
  abstract cancelForTicket(ticketId: string, reason: string, at: Date): Promise<void>;

  /** Follows a ticket to another office, so that the office sees the job. */
  abstract moveToNode(ticketId: string, nodeCode: string, nodePath: string): Promise<void>;
}

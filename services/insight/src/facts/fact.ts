/** What every ticket event says of its ticket. */
export interface TicketFacts {
  readonly ticketId: string;
  readonly version: number;
  readonly requestId: string;
  readonly domain: string;
  readonly serviceCode: string;
  readonly enterpriseUscc: string;
  readonly nodeCode: string;
  readonly nodePath: string;
  readonly institutionId: string;
}

/** What one event adds to its ticket's row; what is left out stays as it is. */
export interface TicketNews {
  readonly status?: TicketStatus;
  /** Date of filing in Shanghai, which the ticket is counted under. */
  readonly day?: string;
  readonly routedAt?: Date;
  readonly acceptDueAt?: Date;
  readonly completeDueAt?: Date;
  readonly acceptedAt?: Date;
  readonly acceptMinutes?: number;
  readonly acceptedOnTime?: boolean;
  readonly resolvedAt?: Date;
  readonly completeMinutes?: number;
  readonly completedOnTime?: boolean;
  readonly transferred?: boolean;
  readonly returned?: boolean;
  readonly breached?: boolean;
}

/** `RESUMED` is WAITING or ACCEPTED again, whichever the ticket had been before it was returned. */
export type TicketStatus = 'WAITING' | 'ACCEPTED' | 'RETURNED' | 'RESUMED' | 'RESOLVED' | 'CANCELLED';

/** What a request event adds to its request's row. */
export interface RequestNews {
  readonly requestId: string;
  readonly enterpriseUscc: string;
  readonly regionCode: string;
  readonly filedAt?: Date;
  readonly completedAt?: Date;
  readonly cancelledAt?: Date;
  readonly stars?: number;
}

export interface NodeName {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

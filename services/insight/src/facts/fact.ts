/** Where and when an event was read; says how fresh the figures are. */
export interface Source {
  readonly topic: string;
  readonly partition: number;
  readonly occurredAt: Date;
}

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
  /** Date of filing in Shanghai, which the ticket is counted under. */
  readonly day?: string;
  readonly routedAt?: Date;
  /** Null while the clocks stand still. */
  readonly due?: { readonly acceptAt: Date; readonly completeAt: Date } | null;
  readonly acceptedAt?: Date;
  readonly acceptMinutes?: number;
  readonly acceptedOnTime?: boolean;
  readonly resolvedAt?: Date;
  readonly completeMinutes?: number;
  readonly completedOnTime?: boolean;
  readonly cancelledAt?: Date;
  /** With the enterprise for correction since then; null says that it is back. */
  readonly returnedAt?: Date | null;
  readonly transferred?: boolean;
  readonly breached?: boolean;
}

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

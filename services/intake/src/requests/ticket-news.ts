import type { ServicePromise } from './request.events.js';

/** A ticket as the routing service last told of it. */
export interface TicketFacts {
  readonly id: string;
  readonly ticketNo: string;
  /** Rises with every change of the ticket; older news is no news. */
  readonly version: number;
  readonly nodeCode: string;
  readonly nodePath: string;
  readonly institutionId?: string;
  readonly institutionName?: string;
}

interface DueTimes {
  readonly acceptDueAt?: Date;
  readonly completeDueAt?: Date;
}

/** What happened to a ticket, as far as a request cares. */
export type TicketNews =
  | ({ readonly kind: 'routed' } & DueTimes)
  | ({ readonly kind: 'accepted' } & DueTimes)
  /** Due times are absent in what was told before choices moved them. */
  | ({ readonly kind: 'chosen'; readonly onBehalf: boolean } & DueTimes)
  | { readonly kind: 'assigned' }
  | { readonly kind: 'transferred'; readonly fromNodeCode: string; readonly reason: string }
  /** Another institution does the work; its job is yet to be opened. */
  | { readonly kind: 'replaced'; readonly reason: string }
  | { readonly kind: 'returned'; readonly missing: readonly string[] }
  | ({ readonly kind: 'resumed' } & DueTimes)
  /** Other limits hold for it from now on. */
  | ({ readonly kind: 'promised' } & DueTimes)
  | { readonly kind: 'started' }
  | { readonly kind: 'resolved'; readonly resolution: string; readonly deliverableNumbers: readonly string[] }
  | { readonly kind: 'cancelled'; readonly reason: string };

/** How an office divided an item; both forms are filled as the service's form wants them. */
export interface Division {
  readonly newItemId: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly newForm: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly promise: ServicePromise;
  /** When the clocks of the item's ticket began; those of the new item begin there too. */
  readonly promisedFrom: Date;
}

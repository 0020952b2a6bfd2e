import { call } from './http.js';
import type { Page } from './shapes.js';
import type { Ticket } from './tickets.js';

/** A ticket that nobody can serve, with what a person needs to place it. */
export interface WaitingTicket {
  readonly ticket: Ticket;
  readonly reasonCode: string;
  readonly waitingSince: string;
  readonly dueAt: string;
  readonly pools: readonly { readonly nodeCode: string; readonly eligible: number }[];
  readonly candidates: readonly {
    readonly institutionId: string;
    readonly name: string;
    /** The filters that it did not pass, each with why. */
    readonly failed: Readonly<Record<string, string>>;
  }[];
}

export const TRIAGE_DECLINE_REASONS = [
  'NO_QUALIFIED_BODY',
  'OUTSIDE_REMIT',
  'NO_LEGAL_BASIS',
  'DUPLICATE',
  'OTHER',
] as const;

export interface Placement {
  readonly nodeCode?: string;
  readonly institutionId?: string;
  readonly reason: string;
}

export const listTriage = (cursor?: string): Promise<Page<WaitingTicket>> =>
  call('/triage', { query: { limit: 20, cursor } });

export const placeTicket = (id: string, body: Placement, ifMatch?: string): Promise<Ticket> =>
  call(`/triage/${encodeURIComponent(id)}/place`, { method: 'POST', body, ifMatch });

/** Against the router, while no job is open. */
export const overrideTicket = (id: string, body: Placement, ifMatch?: string): Promise<Ticket> =>
  call(`/tickets/${encodeURIComponent(id)}/override`, { method: 'POST', body, ifMatch });

export const declineTicket = (
  id: string,
  body: { readonly reasonCode: string; readonly text: string },
  ifMatch?: string,
): Promise<Ticket> => call(`/triage/${encodeURIComponent(id)}/decline`, { method: 'POST', body, ifMatch });

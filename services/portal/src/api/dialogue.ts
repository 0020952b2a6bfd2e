import { call } from './http.js';
import type { Localized, Page } from './shapes.js';
import type { Sla, TicketStatus } from './tickets.js';

export interface Pause {
  readonly cause: string;
  readonly from: string;
  readonly until?: string;
  readonly endsBy?: string;
}

/** How far one item has come, as its applicant may know it. */
export interface ItemProgress {
  readonly itemId: string;
  readonly ticketId: string;
  readonly status: TicketStatus;
  readonly promise: { readonly acceptDueAt: string; readonly completeDueAt: string; readonly estimated: boolean };
  readonly holder: { readonly nodeName: Localized; readonly institutionName?: string };
  readonly clock: {
    readonly sla: Sla;
    readonly usedMinutes: number;
    readonly limitMinutes: number;
    readonly pausedMinutes: number;
  };
  readonly pauses: readonly Pause[];
  readonly sentence: Localized;
  readonly nextStep: { readonly code: string; readonly text: Localized; readonly dueAt?: string };
  readonly urges: UrgeAllowance;
}

export interface UrgeAllowance {
  readonly made: number;
  readonly left: number;
  readonly lastAt?: string;
  /** From when on the next is heard. */
  readonly nextFrom?: string;
}

export interface Note {
  readonly id: string;
  readonly author: string;
  readonly office: string;
  readonly at: string;
  readonly text: string;
}

export const NAMED_LINKS = ['related', 'duplicate'] as const;
export type NamedLink = (typeof NAMED_LINKS)[number];

export interface TicketLink {
  readonly id: string;
  readonly kind: NamedLink | 'split';
  readonly ticket: {
    readonly id: string;
    readonly ticketNo: string;
    readonly serviceName: Localized;
    readonly status: TicketStatus;
    readonly nodeName: Localized;
  };
}

const one = (ticketId: string): string => `/tickets/${encodeURIComponent(ticketId)}`;

export const readProgress = async (requestId: string): Promise<readonly ItemProgress[]> =>
  (await call<{ items: readonly ItemProgress[] }>('/tickets/progress', { query: { requestId } })).items;

export const urgeTicket = (ticketId: string, message: string, idempotencyKey: string): Promise<UrgeAllowance> =>
  call(`${one(ticketId)}/urge`, { method: 'POST', body: message ? { message } : {}, idempotencyKey });

export const listNotes = (ticketId: string, cursor?: string): Promise<Page<Note>> =>
  call(`${one(ticketId)}/notes`, { query: { limit: 20, cursor } });

export const writeNote = (ticketId: string, text: string, idempotencyKey: string): Promise<Note> =>
  call(`${one(ticketId)}/notes`, { method: 'POST', body: { text }, idempotencyKey });

export const listLinks = async (ticketId: string): Promise<readonly TicketLink[]> =>
  (await call<{ items: readonly TicketLink[] }>(`${one(ticketId)}/links`)).items;

/** The ticket with this very number within reach, if there is one. */
export const findTicket = async (ticketNo: string): Promise<{ readonly id: string } | undefined> => {
  const { items } = await call<Page<{ readonly id: string; readonly ticketNo: string }>>('/tickets', {
    query: { q: ticketNo, limit: 20 },
  });
  return items.find((ticket) => ticket.ticketNo === ticketNo);
};

export const linkTicket = (ticketId: string, kind: NamedLink, otherId: string, idempotencyKey: string) =>
  call<unknown>(`${one(ticketId)}/links`, { method: 'POST', body: { kind, ticketId: otherId }, idempotencyKey });

export const unlinkTicket = (ticketId: string, linkId: string): Promise<unknown> =>
  call(`${one(ticketId)}/links/${encodeURIComponent(linkId)}`, { method: 'DELETE' });

export interface Split {
  readonly lines: readonly string[];
  readonly reason: string;
}

export const splitTicket = (ticketId: string, split: Split, ifMatch: string | undefined, idempotencyKey: string) =>
  call<unknown>(`${one(ticketId)}/split`, { method: 'POST', body: split, ifMatch, idempotencyKey });

import { call } from './http.js';

export interface OpenContact {
  readonly name: string;
  readonly phone: string;
}

/** What the contact belongs to. */
export interface ContactOf {
  readonly kind: 'tickets' | 'requests';
  readonly id: string;
}

/** The telephone in full; the reason goes on record. */
export const viewContact = ({ kind, id }: ContactOf, reason: string): Promise<OpenContact> =>
  call(`/${kind}/${encodeURIComponent(id)}/contact`, { method: 'POST', body: { reason } });

import { call, callVersioned, type Versioned } from './http.js';
import type { Localized, Page } from './shapes.js';

export const REFERRAL_STATUSES = [
  'DRAFTED',
  'OFFERED',
  'DECLINED',
  'ACCEPTED',
  'DISPATCHED',
  'RECEIVED',
  'RETURNED',
  'CLOSED',
  'CANCELLED',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

export const DECLINE_REASONS = [
  'NO_CAPABILITY',
  'OUT_OF_SCOPE',
  'OVERLOADED',
  'CONFLICT_OF_INTEREST',
  'MANUAL',
] as const;

/** A part of a ticket's work that one office asks another for; the first stays accountable. */
export interface Referral {
  readonly id: string;
  readonly ticketId: string;
  readonly ticketNo: string;
  readonly serviceName: Localized;
  readonly enterpriseName: string;
  readonly ownerCode: string;
  /** Office that is asked, or that does the work. */
  readonly partnerCode?: string;
  /** Offices to ask next, in this order. */
  readonly candidates: readonly string[];
  readonly purpose: string;
  readonly limitDays: number;
  readonly status: ReferralStatus;
  readonly dueAt?: string;
  readonly dueEstimated?: boolean;
  readonly late?: boolean;
  readonly version: number;
  readonly history?: readonly ReferralEvent[];
}

export interface ReferralEvent {
  readonly at: string;
  readonly step: string;
  readonly actor: string;
  readonly office: string;
  readonly reasonCode?: string;
  readonly note?: string;
}

export type ReferralStep = 'offer' | 'accept' | 'decline' | 'dispatch' | 'receive' | 'return' | 'close' | 'cancel';

export interface NewReferral {
  readonly ticketId: string;
  readonly purpose: string;
  readonly limitDays: number;
  /** The nearest and then the higher ones unless named. */
  readonly candidates?: readonly string[];
}

const all = '/network/referrals';
const one = (id: string): string => `${all}/${encodeURIComponent(id)}`;

export const listReferrals = (
  filters: { readonly status?: string; readonly ticketId?: string },
  cursor?: string,
): Promise<Page<Referral>> => call(all, { query: { ...filters, limit: 30, cursor } });

export const readReferral = (id: string): Promise<Versioned<Referral>> => callVersioned(one(id));

export const draftReferral = (body: NewReferral, idempotencyKey: string): Promise<Referral> =>
  call(all, { method: 'POST', body, idempotencyKey });

export const stepReferral = (id: string, step: ReferralStep, body: object, ifMatch?: string): Promise<Referral> =>
  call(`${one(id)}/${step}`, { method: 'POST', body, ifMatch });

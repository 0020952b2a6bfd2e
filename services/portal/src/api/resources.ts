import { call, callVersioned, type Versioned } from './http.js';
import type { Localized, Page } from './shapes.js';

export const RESOURCE_KINDS = ['INSTRUMENT', 'BENCH', 'VEHICLE', 'EXPERT'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
export const SERVICE_STATES = ['IN_SERVICE', 'MAINTENANCE', 'RETIRED'] as const;
export const FEE_UNITS = ['HOUR', 'DAY', 'TIME'] as const;

export interface Slot {
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
  /** The holidays of that year are not announced yet. */
  readonly estimated: boolean;
}

/** Something an institution lends to others: an instrument, a bench, a vehicle or an expert's time. */
export interface Resource {
  readonly id: string;
  readonly no: string;
  readonly kind: ResourceKind;
  readonly name: Localized;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly nodeCode: string;
  readonly nodeName: Localized;
  readonly location: string;
  readonly capability: string;
  readonly serviceCodes: readonly string[];
  readonly fee: { readonly fen: number; readonly per: (typeof FEE_UNITS)[number] };
  /** Last day that can be booked. */
  readonly calibratedUntil?: string;
  readonly windows: readonly { readonly start: string; readonly end: string }[];
  readonly slotMinutes: number;
  readonly status: string;
  readonly demo: boolean;
  readonly earliestSlot?: Slot;
}

export interface ResourceFilters {
  readonly kind?: ResourceKind;
  readonly serviceCode?: string;
  readonly node?: string;
  readonly ownerId?: string;
  readonly q?: string;
  readonly minutes?: number;
}

export interface Utilisation {
  readonly availableMinutes: number;
  readonly bookedMinutes: number;
  readonly usedMinutes: number;
  readonly utilisation?: number;
}

/** What is not said stays; a fee is said with its unit. */
export interface ResourceRevision {
  readonly state?: string;
  readonly calibratedUntil?: string;
  readonly feeFen?: number;
  readonly feePer?: string;
}

const one = (id: string): string => `/network/resources/${encodeURIComponent(id)}`;

/** Soonest free first, which is one page; by number with a cursor. */
export const listResources = (
  filters: ResourceFilters,
  sort: 'no' | 'earliest',
  cursor?: string,
): Promise<Page<Resource>> => call('/network/resources', { query: { ...filters, sort, limit: 30, cursor } });

export const readResource = (id: string): Promise<Versioned<Resource>> => callVersioned(one(id));

export const listSlots = (
  id: string,
  frame: { readonly from: string; readonly until: string; readonly minutes: number },
): Promise<{ readonly items: readonly Slot[]; readonly more: boolean }> => call(`${one(id)}/slots`, { query: frame });

export const readUtilisation = (id: string, from: string, until: string): Promise<Utilisation> =>
  call(`${one(id)}/utilisation`, { query: { from, until } });

/** What is told of a new one; its owner is the caller's institution unless an administrator says. */
export interface ResourceFacts {
  readonly no: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly ownerId?: string;
  readonly nodeCode: string;
  readonly location: string;
  readonly capability: string;
  readonly serviceCodes: readonly string[];
  readonly feeFen: number;
  readonly feePer: string;
  readonly calibratedUntil?: string;
  readonly windows: readonly { readonly start: string; readonly end: string }[];
  readonly slotMinutes: number;
}

export const registerResource = (body: ResourceFacts, idempotencyKey: string): Promise<Resource> =>
  call('/network/resources', { method: 'POST', body, idempotencyKey });

export const reviseResource = (id: string, body: ResourceRevision, ifMatch?: string): Promise<Resource> =>
  call(`${one(id)}/revise`, { method: 'POST', body, ifMatch });

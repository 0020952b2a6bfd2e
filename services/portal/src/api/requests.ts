import { call, callVersioned, type Versioned } from './http.js';
import type { AttachedMaterial } from './materials.js';
import type { Domain, EnterpriseRef, FormData, Localized, Mode, Page, Urgency } from './shapes.js';

export type RequestStatus = 'SUBMITTED' | 'IN_PROGRESS' | 'RETURNED' | 'COMPLETED' | 'CANCELLED';
export type ItemStatus =
  'WAITING' | 'READY' | 'ROUTED' | 'ACCEPTED' | 'IN_PROGRESS' | 'RETURNED' | 'COMPLETED' | 'CANCELLED';

export const REQUEST_STATUSES: readonly RequestStatus[] = [
  'SUBMITTED',
  'IN_PROGRESS',
  'RETURNED',
  'COMPLETED',
  'CANCELLED',
];

export interface Deliverable {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title: Localized;
  readonly conclusion: string;
  readonly issuedAt: string;
  readonly validUntil?: string | null;
  readonly domain?: Domain;
  /** Printed on the document; with it anyone can check the number. Not every list says it. */
  readonly verifyCode?: string;
}

export interface RequestItem {
  readonly id: string;
  readonly serviceCode: string;
  readonly serviceName: Localized;
  readonly domain: Domain;
  readonly status: ItemStatus;
  readonly form?: FormData;
  readonly ticketId?: string;
  readonly ticketNo?: string;
  readonly nodeCode?: string;
  readonly nodeName?: Localized;
  readonly institutionId?: string;
  readonly institutionName?: string;
  readonly acceptDueAt?: string;
  readonly completeDueAt?: string;
  readonly returnedFor?: readonly string[];
  readonly deliverables?: readonly Deliverable[];
  /** Of a single request only. */
  readonly materials?: readonly AttachedMaterial[];
}

export interface Rating {
  readonly stars: number;
  readonly reasons: readonly string[];
}

export interface ServiceRequest {
  readonly id: string;
  readonly requestNo: string;
  /** For public tracking; where the caller may see the telephone number. */
  readonly trackingCode?: string;
  readonly status: RequestStatus;
  readonly enterprise: EnterpriseRef;
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: Mode;
  readonly urgency: Urgency;
  readonly packageCode?: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly filedAt: string;
  readonly completedAt?: string;
  readonly rating?: Rating;
  readonly version: number;
  readonly items: readonly RequestItem[];
}

export interface Filing {
  readonly items: readonly {
    readonly serviceCode: string;
    readonly form: FormData;
    readonly institutionId?: string;
    readonly recommendedByPlatform?: boolean;
    readonly materials?: readonly string[];
  }[];
  readonly packageCode?: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: Mode;
  readonly urgency: Urgency;
  readonly wantedDate?: string;
  readonly enterpriseUscc?: string;
  readonly enterpriseName?: string;
}

export interface RequestFilters {
  readonly status?: RequestStatus;
  readonly domain?: Domain;
  readonly q?: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly kind: string;
  readonly itemId?: string;
  readonly serviceName?: Localized;
  readonly text: Localized;
}

const one = (id: string): string => `/requests/${encodeURIComponent(id)}`;

export const fileRequest = (filing: Filing, idempotencyKey: string): Promise<{ readonly id: string }> =>
  call('/requests', { method: 'POST', body: filing, idempotencyKey });

export const listRequests = (filters: RequestFilters, cursor?: string): Promise<Page<ServiceRequest>> =>
  call('/requests', { query: { ...filters, limit: 20, cursor } });

export const readRequest = (id: string): Promise<Versioned<ServiceRequest>> => callVersioned(one(id));

export const readTimeline = async (id: string): Promise<readonly TimelineEntry[]> =>
  (await call<{ items: readonly TimelineEntry[] }>(`${one(id)}/timeline`)).items;

export const cancelRequest = (id: string, reason: string, ifMatch?: string): Promise<unknown> =>
  call(`${one(id)}/cancel`, { method: 'POST', body: { reason }, ifMatch });

export const rateRequest = (id: string, rating: Rating, idempotencyKey: string): Promise<unknown> =>
  call(`${one(id)}/rating`, { method: 'POST', body: rating, idempotencyKey });

export interface Correction {
  readonly form: FormData;
  /** Added to those that the item has. */
  readonly materials?: readonly string[];
}

export const correctItem = (id: string, itemId: string, body: Correction, ifMatch?: string): Promise<unknown> =>
  call(`${one(id)}/items/${encodeURIComponent(itemId)}/correction`, { method: 'POST', body, ifMatch });

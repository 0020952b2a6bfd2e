import { call, callVersioned, type Versioned } from './http.js';
import type { EnterpriseRef, FormData, Localized, Mode, Page, Urgency } from './shapes.js';

/** Under this code a demand is an item of its request. */
export const GENERAL_DEMAND = 'GEN-DEMAND';

export const DEMAND_STATUSES = ['OPEN', 'PROPOSED', 'CONFIRMED', 'CLOSED'] as const;
export type DemandStatus = (typeof DEMAND_STATUSES)[number];

export interface ProposedItem {
  readonly serviceCode: string;
  readonly serviceName: Localized;
  readonly form: FormData;
}

/** A need in words; it has no other id than its request's. */
export interface Demand {
  readonly requestId: string;
  readonly requestNo: string;
  readonly enterprise: EnterpriseRef;
  readonly text: string;
  readonly status: DemandStatus;
  readonly openedAt: string;
  readonly dueAt?: string;
  readonly overdue: boolean;
  readonly proposal?: {
    readonly items: readonly ProposedItem[];
    readonly packageCode?: string;
    readonly message: string;
  };
  readonly declined: readonly string[];
  readonly closedFor?: string;
}

export interface NewDemand {
  readonly text: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: Mode;
  readonly urgency: Urgency;
}

export interface DemandItem {
  readonly serviceCode: string;
  readonly form: FormData;
}

export type DemandStep =
  | {
      readonly step: 'propose';
      readonly items: readonly DemandItem[];
      readonly packageCode?: string;
      readonly message: string;
    }
  | { readonly step: 'confirm'; readonly items: readonly DemandItem[] }
  | { readonly step: 'decline' | 'close'; readonly reason: string };

export const listDemands = (status?: DemandStatus, cursor?: string): Promise<Page<Demand>> =>
  call('/demands', { query: { limit: 20, status, cursor } });

export const readDemand = (id: string): Promise<Versioned<Demand>> =>
  callVersioned(`/demands/${encodeURIComponent(id)}`);

export const fileDemand = (body: NewDemand, idempotencyKey: string): Promise<Demand> =>
  call('/demands', { method: 'POST', body, idempotencyKey });

export const stepDemand = (id: string, { step, ...body }: DemandStep, ifMatch?: string): Promise<Demand> =>
  call(`/demands/${encodeURIComponent(id)}/${step}`, { method: 'POST', body, ifMatch });

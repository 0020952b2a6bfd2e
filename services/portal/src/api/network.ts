import { call, callVersioned, type Versioned } from './http.js';
import type { Localized, Page } from './shapes.js';

export const NODE_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'PARK'] as const;
export type NodeLevel = (typeof NODE_LEVELS)[number];

/** An office of the service system; a county or park workstation stands for its region or park. */
export interface ServiceNode {
  readonly code: string;
  readonly name: Localized;
  readonly level: NodeLevel;
  readonly path: string;
  readonly parentCode?: string;
  readonly regionCode: string;
  /** Regions, parks and towns whose enterprises enter here. */
  readonly covers: readonly string[];
  readonly domains: readonly string[];
  readonly capacity?: number;
  readonly active: boolean;
}

export interface CalendarDay {
  readonly date: string;
  readonly type: 'holiday' | 'makeup_workday';
}

/** One line of what became of an office or an institution. */
export interface MemberChange {
  readonly version: number;
  readonly networkVersion: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly reason?: string;
}

export interface NewNode {
  readonly code: string;
  readonly level: NodeLevel;
  readonly parentCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly regionCode: string;
  readonly covers: readonly string[];
  readonly domains: readonly string[];
  readonly capacity?: number;
}

/** What is not said stays. */
export interface NodeEdit extends Partial<Omit<NewNode, 'code' | 'level' | 'regionCode'>> {
  readonly status?: 'open' | 'closed';
  /** Who covers what is given up: an office, or PARENT. */
  readonly coverageTo?: string;
  readonly reason?: string;
}

const one = (code: string): string => `/network/nodes/${encodeURIComponent(code)}`;

export const listNodes = async (): Promise<readonly ServiceNode[]> =>
  (await call<{ items: readonly ServiceNode[] }>('/network/nodes')).items;

export const readNode = (code: string): Promise<Versioned<ServiceNode>> => callVersioned(one(code));

export const addNode = (body: NewNode, idempotencyKey: string): Promise<ServiceNode> =>
  call('/network/nodes', { method: 'POST', body, idempotencyKey });

export const editNode = (code: string, body: NodeEdit, ifMatch?: string): Promise<ServiceNode> =>
  call(one(code), { method: 'PATCH', body, ifMatch });

export const listNodeHistory = (code: string, cursor?: string): Promise<Page<MemberChange>> =>
  call(`${one(code)}/history`, { query: { limit: 20, cursor } });

export const listCalendarDays = async (year: number): Promise<readonly CalendarDay[]> =>
  (await call<{ days: readonly CalendarDay[] }>('/calendar/days', { query: { year } })).days;

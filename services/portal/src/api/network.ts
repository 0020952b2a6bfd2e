import { call } from './http.js';
import type { Localized } from './shapes.js';

export type NodeLevel = 'PROVINCE' | 'CITY' | 'COUNTY' | 'PARK';

/** An office of the service system; a county or park workstation stands for its region or park. */
export interface ServiceNode {
  readonly code: string;
  readonly name: Localized;
  readonly level: NodeLevel;
  readonly path: string;
  readonly parentCode?: string;
  readonly regionCode: string;
}

export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly domains?: readonly string[];
}

export interface CalendarDay {
  readonly date: string;
  readonly type: 'holiday' | 'makeup_workday';
}

export const listNodes = async (): Promise<readonly ServiceNode[]> =>
  (await call<{ items: readonly ServiceNode[] }>('/network/nodes')).items;

export const listInstitutions = async (serviceCode: string): Promise<readonly Institution[]> =>
  (await call<{ items: readonly Institution[] }>('/network/institutions', { query: { serviceCode, limit: 100 } }))
    .items;

export const listCalendarDays = async (year: number): Promise<readonly CalendarDay[]> =>
  (await call<{ days: readonly CalendarDay[] }>('/calendar/days', { query: { year } })).days;

import { call } from './http.js';
import type { Domain, Localized } from './shapes.js';

/** A share together with how many cases it is of; `rate` is absent when there are none. */
export interface Share {
  readonly rate?: number;
  readonly n: number;
}

export interface Figures {
  readonly filed: number;
  readonly open: number;
  readonly accepted: number;
  readonly resolved: number;
  readonly cancelled: number;
  readonly overdueOpen: number;
  readonly acceptedOnTime: Share;
  readonly resolvedOnTime: Share;
  /** Working minutes from routing to the result. */
  readonly medianMinutes?: number;
  readonly p90Minutes?: number;
}

export interface NodeFigures extends Figures {
  readonly nodeCode: string;
  readonly nodeName?: Localized;
}

export interface DomainFigures extends Figures {
  readonly domain: Domain;
}

export interface DayFigures extends Figures {
  readonly day: string;
}

export interface Overview {
  readonly asOf?: string;
  readonly totals: Figures;
  readonly nodes: readonly NodeFigures[];
  readonly domains: readonly DomainFigures[];
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export const readOverview = (period: Period): Promise<Overview> => call('/insight/overview', { query: { ...period } });

export const readTrend = async (period: Period): Promise<readonly DayFigures[]> =>
  (await call<{ items: readonly DayFigures[] }>('/insight/sla', { query: { ...period, groupBy: 'day' } })).items;

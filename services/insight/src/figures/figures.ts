import type { LocalizedText } from '@nqi/kernel';
import type { Period } from './period.js';

/** What figures can be grouped by: holding office, domain, or Shanghai date of filing. */
export const DIMENSIONS = ['node', 'domain', 'day'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Which tickets are counted; an office counts with all below it. */
export interface FiguresFilter {
  readonly period: Period;
  readonly node?: string;
  readonly domain?: string;
}

/** A share with the number of cases it is of; without cases there is no rate. */
export interface Share {
  readonly rate?: number;
  readonly n: number;
}

/** Counts are tickets. Times are working minutes with pauses left out; absent when nothing ended. */
export interface Figures {
  readonly filed: number;
  readonly open: number;
  readonly accepted: number;
  readonly resolved: number;
  readonly cancelled: number;
  /** Open now and past a due time. */
  readonly overdueOpen: number;
  readonly acceptedOnTime: Share;
  readonly resolvedOnTime: Share;
  readonly medianAcceptMinutes?: number;
  readonly p90AcceptMinutes?: number;
  readonly medianMinutes?: number;
  readonly p90Minutes?: number;
  readonly transfers: number;
  readonly returns: number;
  readonly breaches: number;
}

export interface Group {
  readonly key: string;
  readonly name?: LocalizedText;
  readonly figures: Figures;
}

/** All three from one look at the facts, so that they add up. */
export interface Groups {
  readonly totals: Figures;
  readonly nodes: readonly Group[];
  readonly domains: readonly Group[];
}

/** Counts are requests. */
export interface RequestFigures {
  readonly filed: number;
  readonly open: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly rated: number;
  readonly averageStars?: number;
}

export function share(met: number, n: number): Share {
  return n === 0 ? { n } : { rate: met / n, n };
}

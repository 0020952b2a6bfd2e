import { call } from './http.js';
import type { Page } from './shapes.js';

export type SimulationStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

export type Sample =
  | { readonly recorded: { readonly from: string; readonly until: string; readonly limit: number } }
  | { readonly generated: { readonly requests: number; readonly seed: number } };

/** What one rule set makes of the sample. */
export interface SideReport {
  readonly ruleSet: string;
  readonly placed: number;
  /** 0: all institutions get as many; towards 1: one gets all. */
  readonly loadGini: number;
  readonly predictedBreaches: number;
  readonly meanKilometres?: number;
}

export interface Destination {
  readonly node: string;
  readonly institution?: string;
}

export interface Move {
  readonly serviceCode: string;
  readonly regionCode: string;
  readonly from: Destination;
  readonly to: Destination;
  readonly reason: {
    readonly code: string;
    readonly verdict?: string;
    readonly part?: string;
    readonly choice?: string;
  };
}

export interface SimulationReport {
  readonly requests: number;
  /** No office takes them. */
  readonly refused: number;
  readonly moved: number;
  readonly movedByReason: Readonly<Record<string, number>>;
  readonly examples: readonly Move[];
  readonly baseline: SideReport;
  readonly draft: SideReport;
}

export interface Simulation {
  readonly id: string;
  readonly status: SimulationStatus;
  readonly baseline: string;
  readonly draft: string;
  readonly sample: Sample;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt?: string;
  readonly report?: SimulationReport;
  readonly failure?: string;
}

export interface SimulationWish {
  readonly ruleSet: string;
  readonly sample: Sample;
}

export const MOST_REQUESTS = 100_000;

export const startSimulation = (body: SimulationWish, idempotencyKey: string): Promise<Simulation> =>
  call('/routing/simulations', { method: 'POST', body, idempotencyKey });

/** Newest first. */
export const listSimulations = (cursor?: string): Promise<Page<Simulation>> =>
  call('/routing/simulations', { query: { limit: 20, cursor } });

export const readSimulation = (id: string): Promise<Simulation> =>
  call(`/routing/simulations/${encodeURIComponent(id)}`);

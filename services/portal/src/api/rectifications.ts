import { call, callVersioned, type Versioned } from './http.js';
import type { EnterpriseRef, Localized, Page } from './shapes.js';

export const RECTIFICATION_STATUSES = [
  'OPEN',
  'CALLED_BACK',
  'APPEALED',
  'VERIFIED',
  'RECTIFYING',
  'RECTIFIED',
  'FED_BACK',
  'RE_RATED',
  'CLOSED',
  'REMOVED',
] as const;
export type RectificationStatus = (typeof RECTIFICATION_STATUSES)[number];

export const RECTIFICATION_CAUSES = ['bad-rating', 'complaint', 'objection'] as const;
export type RectificationCause = (typeof RECTIFICATION_CAUSES)[number];

/** An appeal says that the rating was a mistake or made in bad faith. */
export const APPEAL_GROUNDS = ['mistaken', 'malicious'] as const;
export type AppealGround = (typeof APPEAL_GROUNDS)[number];

export interface RectificationStep {
  readonly at: string;
  readonly step: string;
  /** To staff only. */
  readonly actor?: string;
  readonly note?: string;
  readonly ground?: AppealGround;
}

/** A bad rating, a complaint or an objection on its way to being put right. */
export interface Rectification {
  readonly id: string;
  readonly requestId: string;
  readonly requestNo: string;
  readonly enterprise: EnterpriseRef;
  readonly nodeCode: string;
  readonly nodeName?: Localized;
  readonly cause: RectificationCause;
  readonly stars?: number;
  readonly newStars?: number;
  readonly statements: readonly string[];
  readonly status: RectificationStatus;
  readonly openedAt: string;
  readonly extended: boolean;
  readonly overdue: boolean;
  readonly nextClock?: 'call-back' | 'rectify';
  readonly nextDueAt?: string;
  readonly endedAt?: string;
  /** What the state allows now. */
  readonly steps: readonly string[];
  readonly version: number;
  /** Of a single read. */
  readonly history?: readonly RectificationStep[];
}

export interface RectificationFilters {
  readonly status?: RectificationStatus;
  readonly cause?: RectificationCause;
  readonly requestId?: string;
  readonly overdue?: boolean;
}

const one = (id: string): string => `/rectifications/${encodeURIComponent(id)}`;
const change = (path: string, body: object, ifMatch?: string): Promise<unknown> =>
  call(path, { method: 'POST', body, ifMatch });

export const listRectifications = (filters: RectificationFilters, cursor?: string): Promise<Page<Rectification>> =>
  call('/rectifications', { query: { ...filters, limit: 30, cursor } });

export const readRectification = (id: string): Promise<Versioned<Rectification>> => callVersioned(one(id));

/** What an enterprise holds against how its request was served, or against its result. */
export const complain = (
  requestId: string,
  body: { readonly cause: RectificationCause; readonly text: string },
  idempotencyKey: string,
): Promise<Rectification> =>
  call(`/requests/${encodeURIComponent(requestId)}/complaints`, { method: 'POST', body, idempotencyKey });

export interface SaidStep {
  readonly note: string;
  readonly ground?: string;
  readonly stars?: number;
}

/** Takes a step by its name; who decides an appeal and who rates anew has an address of its own. */
export function takeRectificationStep(id: string, step: string, said: SaidStep, ifMatch?: string): Promise<unknown> {
  const { note, ground, stars } = said;
  if (step === 're-rate') return change(`${one(id)}/rating`, { stars, note }, ifMatch);
  if (step === 'uphold' || step === 'dismiss')
    return change(`${one(id)}/decision`, { upheld: step === 'uphold', note }, ifMatch);
  return change(`${one(id)}/steps`, { step, note, ...(step === 'appeal' && { ground }) }, ifMatch);
}

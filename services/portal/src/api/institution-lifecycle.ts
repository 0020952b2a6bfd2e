import { call } from './http.js';
import type { Institution, QualificationFacts } from './institutions.js';

export const STAGES = [
  'APPLY',
  'DOC_CHECK',
  'SITE_CHECK',
  'APPROVED',
  'ONLINE',
  'SUSPENDED',
  'REINSTATED',
  'REMOVED',
] as const;
export type Stage = (typeof STAGES)[number];

/** Steps that the stage and the caller's permissions allow; checks and standings go to two doors. */
export const CHECKS = ['take-up', 'call-site-check', 'send-back', 'approve', 'refuse'] as const;
export const STANDINGS = ['go-online', 'suspend', 'reinstate', 'remove'] as const;
export type Step = (typeof CHECKS)[number] | (typeof STANDINGS)[number];

export interface StepOffer {
  readonly step: Step;
  readonly needs: readonly ('reason' | 'evidence')[];
}

export interface LifecycleLine {
  readonly step: string;
  readonly from?: Stage;
  readonly to: Stage;
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
  readonly evidence: readonly string[];
}

export interface Lifecycle {
  readonly stage: Stage;
  readonly allowed: readonly StepOffer[];
  readonly mayResubmit: boolean;
  readonly mayVerify: boolean;
  /** Newest first. */
  readonly lines: readonly LifecycleLine[];
}

/** What a body tells of itself when it applies. */
export interface Application {
  readonly name: string;
  readonly uscc: string;
  readonly kind: string;
  readonly ownership: string;
  readonly scope: string;
  readonly homeNodeCode?: string;
  readonly coverageNodeCode?: string;
  readonly qualifications: readonly QualificationFacts[];
  readonly capabilities: readonly {
    readonly domain: string;
    readonly serviceCode: string;
    readonly categories: readonly string[];
  }[];
}

const all = '/network/institutions';
const one = (id: string): string => `${all}/${encodeURIComponent(id)}`;

export const applyInstitution = (body: Application, idempotencyKey: string): Promise<Institution> =>
  call(all, { method: 'POST', body, idempotencyKey });

export const resubmitInstitution = (id: string, body: Application, ifMatch?: string): Promise<Institution> =>
  call(`${one(id)}/application`, { method: 'PUT', body, ifMatch });

export const readLifecycle = (id: string): Promise<Lifecycle> => call(`${one(id)}/lifecycle`);

export const stepInstitution = (
  id: string,
  body: { readonly step: Step; readonly reason?: string; readonly evidence?: readonly string[] },
  ifMatch?: string,
): Promise<Institution> => {
  const door = CHECKS.some((check) => check === body.step) ? 'checks' : 'standing';
  return call(`${one(id)}/${door}`, { method: 'POST', body, ifMatch });
};

export const verifyQualification = (
  id: string,
  body: { readonly kind: string; readonly number: string; readonly source: string },
  ifMatch?: string,
): Promise<Institution> => call(`${one(id)}/qualifications/verify`, { method: 'POST', body, ifMatch });

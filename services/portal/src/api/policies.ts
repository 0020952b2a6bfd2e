import { call, callVersioned, type Versioned } from './http.js';
import type { Ability } from './roles.js';
import type { Page } from './shapes.js';

/** Kinds of policy that two people publish; each has the same interface under its own path. */
export const POLICY_PATHS = {
  rules: '/routing/rulesets',
  promises: '/routing/sla-policies',
  catalogue: '/catalogue-editions',
} as const;
export type PolicyKind = keyof typeof POLICY_PATHS;

/** Who is offered the steps of each kind. */
export const POLICY_EDITORS = {
  rules: 'policy-edit',
  promises: 'policy-edit',
  catalogue: 'catalogue-edit',
} as const satisfies Record<PolicyKind, Ability>;

/** The page of each kind. */
export type PolicyPage = '/rules' | '/promises' | '/catalogue';

export type PolicyStatus = 'DRAFT' | 'PROPOSED' | 'PUBLISHED' | 'RETIRED';

export type PolicyContent = Readonly<Record<string, unknown>>;

/** A version as a list shows it: without what it says. */
export interface PolicyRecord {
  readonly version: string;
  readonly status: PolicyStatus;
  readonly inForce: boolean;
  readonly basedOn?: string;
  readonly draftedBy: string;
  readonly createdAt: string;
  readonly proposedBy?: string;
  readonly approvedBy?: string;
  readonly effectiveFrom?: string;
  readonly publishedAt?: string;
}

export interface Policy extends PolicyRecord {
  readonly content: PolicyContent;
}

/** One place (RFC 6901) where two contents differ; a side that has nothing there is left out. */
export interface Difference {
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const one = (kind: PolicyKind, version: string): string => `${POLICY_PATHS[kind]}/${encodeURIComponent(version)}`;

export const listPolicies = (kind: PolicyKind, cursor?: string): Promise<Page<PolicyRecord>> =>
  call(POLICY_PATHS[kind], { query: { limit: 50, cursor } });

export const readPolicy = (kind: PolicyKind, version: string): Promise<Versioned<Policy>> =>
  callVersioned(one(kind, version));

export const readDifferences = async (kind: PolicyKind, from: string, to: string): Promise<readonly Difference[]> =>
  (await call<{ differences: readonly Difference[] }>(`${one(kind, from)}/diff`, { query: { with: to } })).differences;

export const draftPolicy = (
  kind: PolicyKind,
  body: { readonly version: string; readonly basedOn: string },
  idempotencyKey: string,
): Promise<Policy> => call(POLICY_PATHS[kind], { method: 'POST', body, idempotencyKey });

export const savePolicy = (
  kind: PolicyKind,
  version: string,
  content: PolicyContent,
  ifMatch?: string,
): Promise<Policy> => call(one(kind, version), { method: 'PUT', body: { content }, ifMatch });

export const stepPolicy = (
  kind: PolicyKind,
  version: string,
  step: 'propose' | 'approve' | 'retire',
  body: object,
  ifMatch?: string,
): Promise<Policy> => call(`${one(kind, version)}/${step}`, { method: 'POST', body, ifMatch });

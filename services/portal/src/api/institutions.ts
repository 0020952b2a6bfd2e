import { call, callVersioned, type Versioned } from './http.js';
import type { Stage } from './institution-lifecycle.js';
import type { MemberChange } from './network.js';
import type { Page } from './shapes.js';

export const QUALIFICATION_STATES = ['VALID', 'EXPIRING', 'EXPIRED', 'SUSPENDED', 'REVOKED'] as const;
export type QualificationState = (typeof QUALIFICATION_STATES)[number];
export const QUALIFICATION_MOVES = ['suspend', 'reinstate', 'revoke'] as const;
export type QualificationMove = (typeof QUALIFICATION_MOVES)[number];
/** Kinds whose numbers or reminders the service knows, and the others of the register; more may be typed. */
export const QUALIFICATION_KINDS = [
  'CMA',
  'CNAS-L',
  'CNAS-C',
  '法定计量授权',
  '计量标准考核',
  '认证机构批准',
  '特种设备检验核准',
  'CAL',
  'CATL',
] as const;
export const OWNERSHIPS = ['public', 'state', 'private', 'foreign'] as const;
export const CLASSES = ['A', 'B', 'C', 'D'] as const;

export interface Qualification {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: string;
  readonly number: string;
  readonly remark?: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly status: 'VALID' | 'SUSPENDED' | 'REVOKED';
  /** What it is worth today. */
  readonly state: QualificationState;
  readonly issuer?: string;
  readonly issuedOn?: string;
  /** Where the certificate is kept. */
  readonly evidence?: string;
  /** Missing until somebody compared it with what the authority publishes. */
  readonly verified?: { readonly by: string; readonly at: string; readonly source: string };
  readonly demo: boolean;
}

export interface Capability {
  readonly domain: string;
  readonly serviceCode: string;
  /** Empty means any. */
  readonly categories: readonly string[];
  /** How many lines say exactly what; missing when nothing limits it. */
  readonly scopeRows?: number;
}

/** One line of what exactly a body may measure, test or certify within a service. */
export interface ScopeRow {
  readonly object: string;
  readonly range?: { readonly low: number; readonly high: number; readonly unit: string };
  readonly uncertainty?: { readonly value: number; readonly unit: string; readonly k: number };
  readonly parameter?: string;
  readonly method?: string;
  /** Editions that replaced the method. */
  readonly methodReplacedBy?: readonly string[];
}

/** The authority's act by which a body performs mandatory verification for a territory. */
export interface Designation {
  readonly documentNumber: string;
  readonly services: readonly string[];
  /** Instruments by their numbers; missing for all. */
  readonly objects?: readonly string[];
  readonly regions: readonly string[];
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly demo: boolean;
}

/** A technical body that performs work for one or many offices. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly kind: string;
  readonly ownership: string;
  readonly scope: string;
  readonly homeNodeCode?: string;
  /** Missing when it serves everywhere. */
  readonly coverageNodeCode?: string;
  readonly stage: Stage;
  readonly active: boolean;
  readonly suspendedReason?: string;
  /** The authority's class; never the same as the platform's own grade. */
  readonly riskClass?: string;
  readonly riskClassSource?: string;
  readonly riskClassDate?: string;
  readonly serviceGrade?: string;
  readonly domains: readonly string[];
  readonly qualifications: readonly Qualification[];
  readonly capabilities: readonly Capability[];
  /** Missing when no act names it. */
  readonly designations?: readonly Designation[];
}

/** The system said that a qualification runs out so many days ahead. */
export interface Reminder {
  readonly institutionId: string;
  readonly kind: string;
  readonly number: string;
  readonly validUntil: string;
  readonly days: number;
  readonly firedAt: string;
}

export interface InstitutionFilters {
  readonly domain?: string;
  readonly node?: string;
  readonly query?: string;
  /** Stages with commas between; without one those that are on the register. */
  readonly stage?: string;
}

/** What is not said stays. */
export interface InstitutionEdit {
  readonly name?: string;
  readonly kind?: string;
  readonly scope?: string;
  readonly homeNodeCode?: string;
  readonly coverageNodeCode?: string;
  readonly riskClass?: string;
  readonly riskClassSource?: string;
  readonly riskClassDate?: string;
  readonly serviceGrade?: string;
  readonly reason?: string;
}

export interface QualificationFacts {
  readonly kind: string;
  readonly number: string;
  readonly remark?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly evidence?: string;
}

const all = '/network/institutions';
const one = (id: string): string => `${all}/${encodeURIComponent(id)}`;
const capability = (id: string, serviceCode: string): string =>
  `${one(id)}/capabilities/${encodeURIComponent(serviceCode)}`;

/** Who may perform a service, as far as one page holds. */
export const listInstitutionsFor = async (serviceCode: string): Promise<readonly Institution[]> =>
  (await call<Page<Institution>>(all, { query: { serviceCode, limit: 100 } })).items;

export const listInstitutions = (filters: InstitutionFilters, cursor?: string): Promise<Page<Institution>> =>
  call(all, { query: { ...filters, limit: 30, cursor } });

export const readInstitution = (id: string): Promise<Versioned<Institution>> => callVersioned(one(id));

export const listInstitutionHistory = (id: string, cursor?: string): Promise<Page<MemberChange>> =>
  call(`${one(id)}/history`, { query: { limit: 20, cursor } });

export const listExpiring = (within: number, cursor?: string): Promise<Page<Qualification>> =>
  call('/network/qualifications', { query: { expiringWithin: within, limit: 30, cursor } });

export const listReminders = async (): Promise<readonly Reminder[]> =>
  (await call<{ items: readonly Reminder[] }>('/network/reminders', { query: { limit: 200 } })).items;

export const editInstitution = (id: string, body: InstitutionEdit, ifMatch?: string): Promise<Institution> =>
  call(one(id), { method: 'PATCH', body, ifMatch });

export const addQualification = (id: string, body: QualificationFacts, ifMatch?: string): Promise<Institution> =>
  call(`${one(id)}/qualifications`, { method: 'POST', body, ifMatch });

export const editQualification = (
  id: string,
  body: QualificationFacts & { readonly move?: QualificationMove; readonly reason?: string },
  ifMatch?: string,
): Promise<Institution> => call(`${one(id)}/qualifications`, { method: 'PATCH', body, ifMatch });

export const listScope = async (id: string, serviceCode: string): Promise<readonly ScopeRow[]> =>
  (await call<{ rows: readonly ScopeRow[] }>(`${capability(id, serviceCode)}/scope`)).rows;

/** The whole scope is said anew; the version is the institution's. */
export const setScope = (id: string, serviceCode: string, rows: readonly ScopeRow[], ifMatch?: string) =>
  call<unknown>(`${capability(id, serviceCode)}/scope`, { method: 'PUT', body: { rows }, ifMatch });

/** All designations are said anew. */
export const setDesignations = (
  id: string,
  body: { readonly designations: readonly Omit<Designation, 'demo'>[]; readonly reason?: string },
  ifMatch?: string,
): Promise<Institution> => call(`${one(id)}/designations`, { method: 'PUT', body, ifMatch });

export const setCapability = (id: string, row: Capability, ifMatch?: string): Promise<Institution> =>
  call(capability(id, row.serviceCode), {
    method: 'PUT',
    body: { domain: row.domain, categories: row.categories },
    ifMatch,
  });

export const dropCapability = (id: string, serviceCode: string, ifMatch?: string): Promise<Institution> =>
  call(capability(id, serviceCode), { method: 'DELETE', ifMatch });

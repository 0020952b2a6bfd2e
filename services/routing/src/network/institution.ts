import { addDays, type ServiceDomain } from '@nqi/kernel';
import type { ScopeRow } from './capability-scope.js';
import type { Designation } from './designation.js';
import type { Stage } from './institution-stage.js';

/** What the authority says of a qualification; whether it has run out is a question of the date. */
export type QualificationStatus = 'VALID' | 'SUSPENDED' | 'REVOKED';

export interface Qualification {
  /** `CMA`, `CNAS-L`, `法定计量授权`, `认证机构批准` … */
  readonly kind: string;
  readonly number: string;
  readonly remark?: string;
  /** First and last day of validity, ISO dates; no end means none is known. */
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly status: QualificationStatus;
  /** Who granted it, and on which day. */
  readonly issuer?: string;
  readonly issuedOn?: string;
  /** Where the certificate is kept. */
  readonly evidence?: string;
  /** Who compared it with what the authority publishes; absent until somebody did, and again after it was changed. */
  readonly verified?: Verification;
  /** True for values made up for the demonstration. */
  readonly demo: boolean;
}

export interface Verification {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** The register or certificate that it was compared with. */
  readonly source: string;
}

/** A capability (能力): a service of the catalogue, for some or for all categories of objects. */
export interface Capability {
  readonly domain: ServiceDomain;
  readonly serviceCode: string;
  /** Categories with a trailing `*` for any ending; empty means any. */
  readonly categories: readonly string[];
  /** What exactly within the service; absent when that is not limited. */
  readonly scope?: readonly ScopeRow[];
}

export const RISK_CLASSES = ['A', 'B', 'C', 'D'] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];
export const SERVICE_GRADES = ['A', 'B', 'C', 'D'] as const;
export type ServiceGrade = (typeof SERVICE_GRADES)[number];

/** A technical body (技术机构) that performs work for one or many offices. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly kind: string;
  readonly ownership: string;
  readonly scope: string;
  readonly regionCode?: string;
  /** Office whose territory it sits in; absent for bodies from outside the province. */
  readonly homeNodeCode?: string;
  /** Office whose territory it serves; absent when it serves everywhere. */
  readonly coverageNodeCode?: string;
  readonly stage: Stage;
  /** Why it is suspended; absent when it is not. */
  readonly suspendedReason?: string;
  /** What the authority's credit-risk classification says; never the same thing as the service grade. */
  readonly riskClass?: RiskClass;
  readonly riskClassSource?: string;
  readonly riskClassDate?: string;
  /** The platform's own grade (分级), A best. */
  readonly serviceGrade?: ServiceGrade;
  /** Open tickets it can hold; absent when nobody has said. */
  readonly capacity?: number;
  /** Enterprises it has declared to be related to: it may not test or certify them. */
  readonly relatedUsccs?: readonly string[];
  readonly qualifications: readonly Qualification[];
  /** Absent when no act names it. */
  readonly designations?: readonly Designation[];
  readonly capabilities: readonly Capability[];
}

export type QualificationFault = 'QUALIFICATION_MISSING' | 'QUALIFICATION_SUSPENDED' | 'QUALIFICATION_EXPIRED';

/** Undefined when one qualification of the asked kinds counts on the date (an empty list asks for none). */
export function qualificationFault(
  institution: Institution,
  anyOf: readonly string[],
  date: string,
): QualificationFault | undefined {
  if (anyOf.length === 0) return undefined;
  const held = institution.qualifications.filter(({ kind }) => anyOf.includes(kind));
  if (held.length === 0) return 'QUALIFICATION_MISSING';
  const standing = held.filter(({ status }) => status === 'VALID');
  if (standing.length === 0) return 'QUALIFICATION_SUSPENDED';
  return standing.some((qualification) => isInForce(qualification, date)) ? undefined : 'QUALIFICATION_EXPIRED';
}

export function isInForce(
  { validFrom, validUntil }: Pick<Qualification, 'validFrom' | 'validUntil'>,
  date: string,
): boolean {
  return validFrom <= date && (validUntil === undefined || date <= validUntil);
}

export const QUALIFICATION_STATES = ['VALID', 'EXPIRING', 'EXPIRED', 'SUSPENDED', 'REVOKED'] as const;
export type QualificationState = (typeof QUALIFICATION_STATES)[number];

/** Days before its end at which one is first reminded; a CMA renewal is filed three months before (DOMAIN section 6). */
export const firstReminderDays = (kind: string): number => (kind === 'CMA' ? 120 : 90);

/** What a qualification is worth on a date: one that has been reminded of is running out. */
export function qualificationState({ kind, status, validUntil }: Qualification, today: string): QualificationState {
  if (status !== 'VALID' || validUntil === undefined) return status;
  if (validUntil > addDays(today, firstReminderDays(kind))) return status;
  return validUntil < today ? 'EXPIRED' : 'EXPIRING';
}

export type CategoryFit = 'any' | 'specialist' | 'unknown' | 'other';

/** How a capability's categories relate to those of the objects of an order; `any` when it is not limited. */
export function categoryFit(capability: Capability, categories: readonly string[]): CategoryFit {
  if (capability.categories.length === 0) return 'any';
  if (categories.length === 0) return 'unknown';
  return categories.every((category) => capability.categories.some((pattern) => matches(pattern, category)))
    ? 'specialist'
    : 'other';
}

function matches(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

import { call, callVersioned, type Versioned } from './http.js';
import type { Deliverable } from './requests.js';
import type { EnterpriseRef, JsonSchema, Localized, Page, TechnicalDomain } from './shapes.js';

/** One thing that may be done to a job now; the form of its body is data. */
export interface JobAction {
  readonly name: string;
  readonly title: Localized;
  /** Whose duty it is; `client` is the enterprise that filed. */
  readonly role: 'technician' | 'reviewer' | 'approver' | 'client';
  readonly schema: JsonSchema;
}

export interface JobStep {
  readonly at: string;
  readonly actor?: string;
  readonly action: string;
  readonly from?: string;
  readonly to?: string;
}

export interface Job {
  readonly id: string;
  readonly jobNo: string;
  readonly domain: TechnicalDomain;
  readonly ticketId: string;
  readonly requestId: string;
  readonly itemId: string;
  readonly serviceCode: string;
  readonly requestNo: string;
  readonly serviceName: Localized;
  readonly enterprise: EnterpriseRef;
  readonly nodeCode: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly status: string;
  readonly mode: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly version: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly people?: Readonly<Record<string, { readonly username: string; readonly name: string } | undefined>>;
  readonly actions?: readonly JobAction[];
  readonly history?: readonly JobStep[];
  readonly deliverables?: readonly Deliverable[];
}

const one = (domain: TechnicalDomain, id: string): string => `/${domain}/jobs/${encodeURIComponent(id)}`;

export interface JobFilters {
  readonly open?: boolean;
  readonly status?: string;
  readonly ticketId?: string;
  readonly requestId?: string;
}

export const listJobs = (domain: TechnicalDomain, filters: JobFilters, cursor?: string): Promise<Page<Job>> =>
  call(`/${domain}/jobs`, { query: { ...filters, limit: 50, cursor } });

export const readJob = (domain: TechnicalDomain, id: string): Promise<Versioned<Job>> => callVersioned(one(domain, id));

export const actOnJob = (job: Pick<Job, 'domain' | 'id'>, action: string, body: unknown, ifMatch?: string) =>
  call<unknown>(`${one(job.domain, job.id)}/${encodeURIComponent(action)}`, {
    method: 'POST',
    body: body ?? {},
    ifMatch,
  });

import type { Moves } from '@nqi/kernel';
import type { JobView, WithAdvice } from '@nqi/work';
import type { Group } from '../instruments/groups.js';
import type { PreparedGroup } from '../instruments/prepared-group.js';
import type { GroupResult } from '../measurement/results.js';

/** Order statuses of DOMAIN section 3.1 from the accepted appointment on, and those of the way of advice. */
export type MetrologyStatus =
  | 'APPOINTMENT_ACCEPTED'
  | 'RECEIVED'
  | 'ONSITE_SCHEDULED'
  | 'VERIFYING'
  | 'CALIBRATING'
  | 'MEASURED'
  | 'CHECKED'
  | 'CERT_ISSUED'
  | 'NOTICE_ISSUED'
  | 'RETURNED_TO_CLIENT'
  | 'ADVICE_DRAFTED'
  | 'ADVICE_REVIEWED'
  | 'ADVICE_ISSUED';

const AGAIN = ['VERIFYING', 'CALIBRATING'] as const;

export const MOVES: Moves<MetrologyStatus> = {
  APPOINTMENT_ACCEPTED: ['RECEIVED', 'ONSITE_SCHEDULED', 'ADVICE_DRAFTED'],
  RECEIVED: AGAIN,
  ONSITE_SCHEDULED: AGAIN,
  VERIFYING: ['MEASURED'],
  CALIBRATING: ['MEASURED'],
  MEASURED: ['CHECKED', ...AGAIN],
  CHECKED: ['CERT_ISSUED', 'NOTICE_ISSUED', ...AGAIN],
  CERT_ISSUED: ['RETURNED_TO_CLIENT'],
  NOTICE_ISSUED: ['RETURNED_TO_CLIENT'],
  RETURNED_TO_CLIENT: [],
  ADVICE_DRAFTED: ['ADVICE_REVIEWED', 'APPOINTMENT_ACCEPTED'],
  ADVICE_REVIEWED: ['ADVICE_ISSUED', 'APPOINTMENT_ACCEPTED'],
  ADVICE_ISSUED: [],
};

/** 检定, 校准, or a service that ends in advice. */
export type Way = 'verification' | 'calibration' | 'advice';

/** A measurement standard of the laboratory that carries the results to national ones. */
export interface ReferenceStandard {
  readonly name: string;
  readonly range: string;
  /** Accuracy class or uncertainty. */
  readonly accuracy: string;
  readonly certificateNo: string;
  readonly validUntil: string;
}

export interface Preparation {
  readonly place: string;
  readonly temperature: string;
  readonly humidity: string;
  readonly standards: readonly ReferenceStandard[];
  readonly groups: readonly PreparedGroup[];
}

/** What the institution may call itself on a document, as it stood when the job was opened. */
export interface Qualification {
  readonly kind: string;
  readonly number: string;
}

export interface MetrologyData extends WithAdvice {
  readonly way: Way;
  readonly groups: readonly Group[];
  readonly note?: string;
  readonly qualifications: readonly Qualification[];
  /** Day on which the instruments came in, or of the visit. */
  readonly arrivedOn?: string;
  readonly arrival?: Readonly<Record<string, string>>;
  readonly preparation?: Preparation;
  readonly results: readonly GroupResult[];
  /** Results that a check sent back; kept, because raw records are never thrown away. */
  readonly superseded: readonly (readonly GroupResult[])[];
  readonly sentBack?: { readonly by: string; readonly reason: string };
  readonly handover?: { readonly on: string; readonly receivedBy: string };
}

export type MetrologyView = JobView<MetrologyStatus, MetrologyData>;

export const isOnSite = ({ serviceCode, mode }: MetrologyView): boolean =>
  mode === 'on-site' || ON_SITE_SERVICES.includes(serviceCode);
const ON_SITE_SERVICES: readonly string[] = ['MET-002', 'MET-004'];

export const isMeasured = ({ data }: MetrologyView): boolean => data.way !== 'advice';

/** Prepared groups that still want results. */
export function openGroups({ preparation, results }: MetrologyData): PreparedGroup[] {
  const done = new Set(results.map(({ group }) => group));
  return (preparation?.groups ?? []).filter(({ no }) => !done.has(no));
}

/** Never before the step that prepares the work. */
export function preparationOf({ jobNo, data }: MetrologyView): Preparation {
  if (!data.preparation) throw new Error(`job ${jobNo} is not prepared`);
  return data.preparation;
}

import { DomainError, shanghaiDate, type LocalizedText, type Moves } from '@nqi/kernel';
import type { JobView, WithAdvice } from '@nqi/work';
import type { CheckedStandard } from '../checks/check.js';
import type { Comparison } from '../comparisons/comparison.js';
import type { Declaration } from '../declarations/declaration.js';

/** One opening for all, then 查新, 自我声明, 比对 or advice. */
export type StandardsStatus =
  | 'INTAKE'
  | 'LOOKED_UP'
  | 'CONFIRMED'
  | 'CHECK_REVIEWED'
  | 'CHECK_ISSUED'
  | 'GAP_CHECK'
  | 'DRAFT_REVIEW'
  | 'ENTERPRISE_APPROVED'
  | 'PUBLISHED_ON_PLATFORM'
  | 'PUBLICATION_REVIEWED'
  | 'CLOSED'
  | 'COMPARED'
  | 'COMPARISON_REVIEWED'
  | 'COMPARISON_ISSUED'
  | 'ADVICE_DRAFTED'
  | 'ADVICE_REVIEWED'
  | 'ADVICE_ISSUED';

export const MOVES: Moves<StandardsStatus> = {
  INTAKE: ['LOOKED_UP', 'GAP_CHECK', 'COMPARED', 'ADVICE_DRAFTED'],
  LOOKED_UP: ['CONFIRMED'],
  CONFIRMED: ['CHECK_REVIEWED', 'LOOKED_UP'],
  CHECK_REVIEWED: ['CHECK_ISSUED', 'LOOKED_UP'],
  CHECK_ISSUED: [],
  GAP_CHECK: ['DRAFT_REVIEW'],
  DRAFT_REVIEW: ['ENTERPRISE_APPROVED', 'GAP_CHECK'],
  ENTERPRISE_APPROVED: ['PUBLISHED_ON_PLATFORM'],
  PUBLISHED_ON_PLATFORM: ['PUBLICATION_REVIEWED', 'ENTERPRISE_APPROVED'],
  PUBLICATION_REVIEWED: ['CLOSED', 'ENTERPRISE_APPROVED'],
  CLOSED: [],
  COMPARED: ['COMPARISON_REVIEWED', 'INTAKE'],
  COMPARISON_REVIEWED: ['COMPARISON_ISSUED', 'INTAKE'],
  COMPARISON_ISSUED: [],
  ADVICE_DRAFTED: ['ADVICE_REVIEWED', 'INTAKE'],
  ADVICE_REVIEWED: ['ADVICE_ISSUED', 'INTAKE'],
  ADVICE_ISSUED: [],
};

export type Way = 'check' | 'declaration' | 'comparison' | 'advice';

/** A validity check as it was made on one day. */
export interface Check {
  readonly checkedOn: string;
  readonly source: string;
  readonly rows: readonly CheckedStandard[];
}

export interface StandardsData extends WithAdvice {
  readonly way: Way;
  /** Standards of the form, as the client wrote them. */
  readonly citations: readonly string[];
  readonly note?: string;
  readonly check?: Check;
  readonly declaration?: Declaration;
  readonly comparison?: Comparison;
  readonly sentBack?: { readonly by: string; readonly reason: string };
}

export type StandardsView = JobView<StandardsStatus, StandardsData>;

export const takes =
  (way: Way) =>
  ({ data }: StandardsView): boolean =>
    data.way === way;

export const refused = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(`STANDARDS.${code}`, 'invalid', text, {}, pointer);

/** Refuses a day that has not come, for things that have been done. */
export function assertNotAhead(date: string, at: Date, pointer: string): void {
  if (date <= shanghaiDate(at)) return;
  throw refused('DATE_AHEAD', pointer, { zh: '日期不能晚于今天', en: 'The date lies in the future' });
}

/** Those who did, reviewed and approved, as they sign. */
export const signaturesOf = ({ people }: StandardsView, work: string) => [
  { role: work, name: people.technician?.name ?? '' },
  { role: '审核 Reviewed by', name: people.reviewer?.name ?? '' },
  { role: '批准 Approved by', name: people.approver?.name ?? '' },
];

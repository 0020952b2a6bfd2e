import { addDays, addMonths } from '@nqi/kernel';
import { isClosed, type Nonconformity } from '../audits/nonconformity.js';
import { stage1Issues, type Stage1, type Stage2 } from '../audits/stages.js';
import type { Scheme } from '../schemes/scheme.js';

export interface SchemeDecision {
  readonly scheme: string;
  readonly granted: boolean;
  /** Why not; empty when granted. */
  readonly reasons: readonly string[];
}

interface AuditFile {
  readonly stage1?: Stage1;
  readonly stage2?: Stage2;
  readonly nonconformities: readonly Nonconformity[];
}

/** A certificate is granted when the audit is complete, every major is verified and every minor verified or planned. */
export function decide(scheme: string, { stage1, stage2, nonconformities }: AuditFile): SchemeDecision {
  const open = nonconformities.filter((found) => found.scheme === scheme && !isClosed(found));
  const reasonOf = ({ no, grade, clause }: Nonconformity) =>
    grade === 'major'
      ? `严重不符合项第${no}项(条款 ${clause})未验证有效`
      : `一般不符合项第${no}项(条款 ${clause})未验证，整改计划未被接受`;
  const reasons = [
    ...(stage1 ? stage1Issues(stage1).map((topic) => `第一阶段问题未解决：${topic}`) : []),
    ...(stage2 ? [] : ['未完成第二阶段审核']),
    ...open.map(reasonOf),
  ];
  return { scheme, granted: reasons.length === 0, reasons };
}

/** 准予 before 不予, with reasons. */
export function decisionConclusion(decisions: readonly SchemeDecision[], nameOf: (scheme: string) => string): string {
  const names = (granted: boolean) =>
    decisions.filter((decision) => decision.granted === granted).map(({ scheme }) => nameOf(scheme));
  const parts = [
    names(true).length > 0 && `准予认证：${names(true).join('、')}`,
    names(false).length > 0 && `不予认证：${names(false).join('、')}`,
  ];
  return parts.filter(Boolean).join('；');
}

/** Last day of validity: the day before the term comes round. */
export const validUntil = ({ validityYears }: Scheme, issuedOn: string): string | undefined =>
  validityYears === undefined ? undefined : addDays(addMonths(issuedOn, validityYears * 12), -1);

/** Last days for surveillance audits: within each interval from the issue on, as long as the certificate holds. */
export function surveillanceDates(scheme: Scheme, issuedOn: string): string[] {
  const until = validUntil(scheme, issuedOn);
  const { surveillanceMonths: interval } = scheme;
  if (until === undefined || interval === undefined) return [];
  const dates: string[] = [];
  for (
    let date = addMonths(issuedOn, interval);
    date < until;
    date = addMonths(issuedOn, interval * (dates.length + 1))
  ) {
    dates.push(date);
  }
  return dates;
}

import { DomainError, shanghaiDate, type LocalizedText, type Moves } from '@nqi/kernel';
import type { JobView, Person, WithAdvice } from '@nqi/work';
import type { Application } from '../applications/application.js';
import type { Nonconformity } from '../audits/nonconformity.js';
import type { AuditPlan } from '../audits/plan.js';
import type { Stage1, Stage2 } from '../audits/stages.js';
import type { SchemeDecision } from '../decisions/decision.js';
import type { Filed } from './filed-schemes.js';

/** States of DOMAIN section 3.4 for audits, and those of the way of advice. */
export type CertificationStatus =
  | 'APPLICATION_REVIEW'
  | 'REJECTED'
  | 'CONTRACT_OFFERED'
  | 'CONTRACTED'
  | 'AUDIT_PLANNED'
  | 'STAGE1'
  | 'STAGE1_ISSUES'
  | 'STAGE2'
  | 'NC_OPEN'
  | 'NC_CLOSED'
  | 'DECISION'
  | 'CERTIFIED'
  | 'REFUSED'
  | 'ADVICE_DRAFTED'
  | 'ADVICE_REVIEWED'
  | 'ADVICE_ISSUED';

export const MOVES: Moves<CertificationStatus> = {
  APPLICATION_REVIEW: ['CONTRACT_OFFERED', 'REJECTED', 'ADVICE_DRAFTED'],
  REJECTED: [],
  CONTRACT_OFFERED: ['CONTRACTED', 'APPLICATION_REVIEW'],
  CONTRACTED: ['AUDIT_PLANNED'],
  AUDIT_PLANNED: ['STAGE1', 'STAGE1_ISSUES', 'CONTRACTED'],
  STAGE1: ['STAGE2', 'NC_OPEN', 'CONTRACTED'],
  STAGE1_ISSUES: ['STAGE1', 'DECISION'],
  STAGE2: ['DECISION', 'STAGE1'],
  NC_OPEN: ['NC_CLOSED', 'DECISION', 'STAGE1'],
  NC_CLOSED: ['DECISION', 'STAGE1'],
  DECISION: ['CERTIFIED', 'REFUSED', 'STAGE1_ISSUES', 'STAGE2', 'NC_OPEN', 'NC_CLOSED'],
  CERTIFIED: [],
  REFUSED: [],
  ADVICE_DRAFTED: ['ADVICE_REVIEWED', 'APPLICATION_REVIEW'],
  ADVICE_REVIEWED: ['ADVICE_ISSUED', 'APPLICATION_REVIEW'],
  ADVICE_ISSUED: [],
};

export type Way = 'audit' | 'advice';

export interface CertificationData extends WithAdvice {
  readonly way: Way;
  readonly filed: Filed;
  readonly application?: Application;
  readonly contract?: { readonly acceptedBy: string; readonly on: string };
  readonly plan?: AuditPlan;
  readonly stage1?: Stage1;
  readonly stage2?: Stage2;
  /** Of the last stage 2; empty when it had none. */
  readonly nonconformities: readonly Nonconformity[];
  /** Of stages 2 that had to be done again. */
  readonly superseded: readonly (readonly Nonconformity[])[];
  /** Where the file stood when it went up for decision, for the case that it comes back. */
  readonly file?: { readonly from: CertificationStatus; readonly remark?: string };
  readonly decisions?: readonly SchemeDecision[];
  readonly sentBack?: { readonly by: string; readonly reason: string };
}

export type CertificationView = JobView<CertificationStatus, CertificationData>;

export const takes =
  (way: Way) =>
  ({ data }: CertificationView): boolean =>
    data.way === way;

export const refused = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(`CERTIFICATION.${code}`, 'invalid', text, {}, pointer);

/** Refuses a day that has not come, for things that have been done. */
export function assertNotAhead(date: string, at: Date, pointer: string): void {
  if (date <= shanghaiDate(at)) return;
  throw refused('DATE_AHEAD', pointer, { zh: '日期不能晚于今天', en: 'The date lies in the future' });
}

/** Refuses a day before another that came first. */
export function assertNotBefore(date: string, earlier: string, pointer: string): void {
  if (date >= earlier) return;
  throw refused('DATE_TOO_EARLY', pointer, { zh: `日期不能早于 ${earlier}`, en: `The date lies before ${earlier}` });
}

/**
 * Who reviews the file or decides has not audited (ISO/IEC 17021-1, 9.5.1). Duties keep the leader apart; the plan
 * knows the other auditors by name only.
 */
export function assertIndependent({ data }: CertificationView, { name }: Person): void {
  if (!data.plan || !data.plan.members.some((member) => member.name === name)) return;
  throw new DomainError('CERTIFICATION.AUDITOR_DECIDES', 'forbidden', {
    zh: `${name} 是审核组成员，不能复核或作认证决定`,
    en: `${name} belongs to the audit team and can neither review nor decide`,
  });
}

/** What an earlier step put there; its absence is a bug. */
export function the<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`a certification job came here without ${name}`);
  return thing;
}

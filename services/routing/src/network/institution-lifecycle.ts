import { DomainError, type LocalizedText } from '@nqi/kernel';
import { isServing, type Stage } from './institution-stage.js';
import type { Institution } from './institution.js';

/** What the applicant's side does, what is checked by others, and what becomes of an admitted body. */
export const FILINGS = ['apply', 'resubmit'] as const;
export const CHECKS = ['take-up', 'call-site-check', 'send-back', 'approve', 'refuse'] as const;
export const STANDINGS = ['go-online', 'suspend', 'reinstate', 'remove'] as const;
export type Check = (typeof CHECKS)[number];
export type Standing = (typeof STANDINGS)[number];
export type Step = (typeof FILINGS)[number] | Check | Standing;

export interface Act {
  /** Account, which tells people apart; the name is for reading. */
  readonly userId: string;
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
  /** Where what it rests on is kept: documents, minutes, numbers of acts. */
  readonly evidence?: readonly string[];
}

/** One line of the life of an institution; lines are only ever added. */
export interface LifecycleLine extends Act {
  readonly step: Step;
  readonly from?: Stage;
  readonly to: Stage;
}

interface Rule {
  readonly from: readonly Stage[];
  readonly to: Stage;
  readonly needs?: readonly ('reason' | 'evidence')[];
}

const IN_CHECK: readonly Stage[] = ['DOC_CHECK', 'SITE_CHECK'];
const RULES: Readonly<Record<Exclude<Step, 'apply'>, Rule>> = {
  resubmit: { from: ['APPLY'], to: 'APPLY' },
  'take-up': { from: ['APPLY'], to: 'DOC_CHECK' },
  'call-site-check': { from: ['DOC_CHECK'], to: 'SITE_CHECK' },
  'send-back': { from: IN_CHECK, to: 'APPLY', needs: ['reason'] },
  approve: { from: IN_CHECK, to: 'APPROVED', needs: ['evidence'] },
  refuse: { from: ['APPLY', ...IN_CHECK], to: 'REMOVED', needs: ['reason'] },
  'go-online': { from: ['APPROVED'], to: 'ONLINE' },
  suspend: { from: ['ONLINE', 'REINSTATED'], to: 'SUSPENDED', needs: ['reason'] },
  reinstate: { from: ['SUSPENDED'], to: 'REINSTATED', needs: ['reason'] },
  remove: { from: ['APPROVED', 'ONLINE', 'SUSPENDED', 'REINSTATED'], to: 'REMOVED', needs: ['reason'] },
};

export interface StepOffer {
  readonly step: Check | Standing;
  readonly needs: readonly ('reason' | 'evidence')[];
}

/** The steps that its stage allows, with what each has to tell; none of the checks for one of those who applied. */
export function stepsFrom(stage: Stage, isApplicant: boolean): StepOffer[] {
  return [...(isApplicant ? [] : CHECKS), ...STANDINGS]
    .filter((step) => RULES[step].from.includes(stage))
    .map((step) => ({ step, needs: RULES[step].needs ?? [] }));
}

/** The first line of a body that applies. */
export const applied = (act: Act): LifecycleLine => ({ ...act, step: 'apply', to: 'APPLY' });

/**
 * The institution after a step, and the line that tells of it. `applicants` are the accounts that ever applied for it:
 * whoever did checks nothing of it (四眼原则).
 */
export function take(
  institution: Institution,
  step: Exclude<Step, 'apply'>,
  act: Act,
  applicants: ReadonlySet<string>,
): { readonly after: Institution; readonly line: LifecycleLine } {
  const { from, to, needs = [] } = RULES[step];
  const { stage, suspendedReason: _, ...facts } = institution;
  if (!from.includes(stage)) throw illegal(step, stage);
  if (isCheck(step) && applicants.has(act.userId)) throw ownApplication();
  if (needs.includes('reason') && act.reason === undefined) throw needed('REASON', '请说明原因', 'Say why', '/reason');
  if (needs.includes('evidence') && !act.evidence?.length) {
    throw needed('EVIDENCE', '请注明依据材料', 'Name what it rests on', '/evidence');
  }
  if (to === 'APPROVED') assertVerified(institution);
  if (isServing(to)) assertOffers(institution);
  const suspended = to === 'SUSPENDED' && act.reason !== undefined ? { suspendedReason: act.reason } : {};
  return { after: { ...facts, ...suspended, stage: to }, line: { ...act, step, from: stage, to } };
}

const isCheck = (step: Step): boolean => CHECKS.some((check) => check === step);

/** Nobody else may check what they applied for themselves. */
export function ownApplication(): DomainError {
  const text = { zh: '申请人不得审核本人提交的申请', en: 'Whoever applied does not check the application' };
  return new DomainError('INSTITUTION.OWN_APPLICATION', 'forbidden', text);
}

function assertVerified({ qualifications }: Institution): void {
  const open = qualifications.filter(({ verified }) => !verified).map(({ kind, number }) => `${kind} ${number}`);
  if (open.length === 0) return;
  const text = { zh: `资质尚未核验：${open.join('、')}`, en: `Not verified yet: ${open.join(', ')}` };
  throw new DomainError('INSTITUTION.NOT_VERIFIED', 'conflict', text, { open });
}

function assertOffers({ capabilities }: Institution): void {
  if (capabilities.length > 0) return;
  const text = { zh: '尚未登记任何服务能力', en: 'It has no capability on record' };
  throw new DomainError('INSTITUTION.NO_CAPABILITY', 'conflict', text);
}

function illegal(step: Step, stage: Stage): DomainError {
  const text = { zh: `当前阶段（${stage}）不能执行该步骤`, en: `${stage} allows no ${step}` };
  return new DomainError('INSTITUTION.ILLEGAL_STEP', 'conflict', text, { step, stage }, '/step');
}

function needed(what: string, zh: string, en: string, pointer: string): DomainError {
  const text: LocalizedText = { zh, en };
  return new DomainError(`INSTITUTION.${what}_NEEDED`, 'invalid', text, {}, pointer);
}

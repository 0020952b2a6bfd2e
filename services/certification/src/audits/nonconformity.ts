import { addMonths } from '@nqi/kernel';

export type Grade = 'major' | 'minor';

/** What a nonconformity has come to: nothing yet, verified, or (minor only) a plan that was accepted. */
export type Outcome = 'verified' | 'plan-accepted' | 'not-accepted';

export interface Answer {
  readonly correction: string;
  readonly cause: string;
  readonly action: string;
  readonly dueOn: string;
}

/** 不符合项, with the client's answer and what the auditor made of it. */
export interface Nonconformity {
  readonly no: number;
  readonly scheme: string;
  readonly clause: string;
  readonly grade: Grade;
  readonly description: string;
  readonly answer?: Answer;
  readonly verification?: { readonly outcome: Outcome; readonly evidence: string; readonly on: string };
}

/** Majors not verified by then need another stage 2 (ISO/IEC 17021-1, 9.5.3.2). */
const MONTHS_TO_VERIFY = 6;

export const lastDayToVerify = (stage2ConcludedOn: string): string => addMonths(stage2ConcludedOn, MONTHS_TO_VERIFY);

export const isClosed = ({ grade, verification }: Nonconformity): boolean =>
  verification?.outcome === 'verified' || (grade === 'minor' && verification?.outcome === 'plan-accepted');

/** Waits for the client: not answered, or the answer was not good enough. */
export const wantsAnswer = (nonconformity: Nonconformity): boolean =>
  !isClosed(nonconformity) && (nonconformity.answer === undefined || nonconformity.verification !== undefined);

/** Waits for the auditor. */
export const wantsVerification = (nonconformity: Nonconformity): boolean =>
  nonconformity.answer !== undefined && nonconformity.verification === undefined;

import type { Moves } from '@nqi/kernel';
import type { JobView, WithAdvice } from '@nqi/work';
import type { Verdict } from '../judgement/verdict.js';
import type { FiledTest } from '../plan/filed-tests.js';
import type { AgreedLine } from '../plan/test-plan.js';
import type { Qualification } from '../plan/test-references.js';
import type { Samples } from '../samples/samples.js';

/** Statuses of DOMAIN section 3.3 from the contract review on, and those of the way of advice. */
export type TestingStatus =
  | 'CONTRACT_REVIEW'
  | 'CONTRACT_OFFERED'
  | 'CONTRACT_SIGNED'
  | 'SAMPLE_RECEIVED'
  | 'SAMPLE_REJECTED'
  | 'TASK_ASSIGNED'
  | 'TESTING'
  | 'DATA_REVIEW'
  | 'REPORT_CHECKED'
  | 'ISSUED'
  | 'DELIVERED'
  | 'ADVICE_DRAFTED'
  | 'ADVICE_REVIEWED'
  | 'ADVICE_ISSUED';

export const MOVES: Moves<TestingStatus> = {
  CONTRACT_REVIEW: ['CONTRACT_OFFERED', 'ADVICE_DRAFTED'],
  CONTRACT_OFFERED: ['CONTRACT_SIGNED', 'CONTRACT_REVIEW'],
  CONTRACT_SIGNED: ['SAMPLE_RECEIVED', 'SAMPLE_REJECTED'],
  SAMPLE_REJECTED: ['SAMPLE_RECEIVED'],
  SAMPLE_RECEIVED: ['TASK_ASSIGNED'],
  TASK_ASSIGNED: ['TESTING', 'DATA_REVIEW'],
  TESTING: ['DATA_REVIEW'],
  DATA_REVIEW: ['REPORT_CHECKED', 'TESTING'],
  REPORT_CHECKED: ['ISSUED', 'TESTING'],
  ISSUED: ['DELIVERED'],
  DELIVERED: [],
  ADVICE_DRAFTED: ['ADVICE_REVIEWED', 'CONTRACT_REVIEW'],
  ADVICE_REVIEWED: ['ADVICE_ISSUED', 'CONTRACT_REVIEW'],
  ADVICE_ISSUED: [],
};

/** Tests with a report, or a service that ends in advice. */
export type Way = 'testing' | 'advice';

/** Whether the client wants a statement of conformity or values alone. */
export type Statement = 'conformity' | 'data-only';

export interface Contract {
  readonly statement: Statement;
  readonly lines: readonly AgreedLine[];
  readonly checks: Readonly<Record<string, 'ok' | 'clarified'>>;
  readonly remark?: string;
  readonly promisedOn: string;
  readonly reviewedBy: string;
}

export interface Signature {
  readonly signedBy: string;
  readonly signedOn: string;
  readonly consentsToSubcontract: boolean;
}

export interface Receipt {
  readonly receivedOn: string;
  readonly source: 'delivered' | 'sampled' | 'on-site';
  readonly sampler?: string;
}

export interface Equipment {
  readonly name: string;
  readonly no: string;
  /** Last day of its calibration or verification. */
  readonly validUntil: string;
}

export interface Task {
  readonly place: string;
  readonly temperature: string;
  readonly humidity: string;
  readonly equipment: readonly Equipment[];
  readonly dueOn: string;
}

export interface ItemResult {
  readonly item: string;
  /** One per tested sample, or one per unit of a sampling plan. */
  readonly values: readonly string[];
  /** One per value; one in all for a sampling plan. */
  readonly verdicts: readonly Verdict[];
  /** Why a person judged as he did what no rule could judge. */
  readonly reasons?: Readonly<Record<string, string>>;
}

export interface LineResult {
  readonly line: number;
  readonly testedFrom: string;
  readonly testedTo: string;
  readonly testedBy: string;
  readonly items: readonly ItemResult[];
}

/** 失效分析: what the tests say about a complaint. */
export interface Analysis {
  readonly phenomenon: string;
  readonly cause: string;
  readonly measures: string;
}

export interface TestingData extends WithAdvice {
  readonly way: Way;
  readonly tests: readonly FiledTest[];
  readonly note?: string;
  readonly qualifications: readonly Qualification[];
  readonly contract?: Contract;
  /** What the client wants changed before signing. */
  readonly wishes?: string;
  readonly signature?: Signature;
  readonly receipt?: Receipt;
  readonly samples: readonly Samples[];
  readonly rejected?: { readonly on: string; readonly reason: string };
  readonly task?: Task;
  readonly results: readonly LineResult[];
  readonly analysis?: Analysis;
  /** Results that a review sent back; kept, because raw records are never thrown away. */
  readonly superseded: readonly (readonly LineResult[])[];
  readonly sentBack?: { readonly by: string; readonly reason: string };
  readonly delivery?: { readonly on: string; readonly receivedBy: string; readonly means: string };
}

export type TestingView = JobView<TestingStatus, TestingData>;

export const isTested = ({ data }: TestingView): boolean => data.way === 'testing';

/** Tests are done where the object stands: machine tools and water supplies cannot come. */
export const isOnSite = ({ mode, serviceCode }: TestingView): boolean =>
  mode === 'on-site' || serviceCode === 'TST-004' || serviceCode === 'TST-008';

/** Complaints and failures want an analysis beside the figures. */
export const wantsAnalysis = ({ serviceCode }: TestingView): boolean => serviceCode === 'TST-012';

/** Products that still want results. */
export function openLines({ contract, results }: TestingData): AgreedLine[] {
  const done = new Set(results.map(({ line }) => line));
  return (contract?.lines ?? []).filter(({ line }) => !done.has(line));
}

export const lineOf = (job: TestingView, no: number): AgreedLine => {
  const found = contractOf(job).lines.find(({ line }) => line === no);
  if (!found) throw new Error(`job ${job.jobNo} has no line ${no}`);
  return found;
};

/** Never before the contract has been reviewed. */
export const contractOf = ({ jobNo, data }: TestingView): Contract => present(data.contract, jobNo, 'contract');
/** Never before samples have come in. */
export const receiptOf = ({ jobNo, data }: TestingView): Receipt => present(data.receipt, jobNo, 'receipt');
/** Never before the task is assigned. */
export const taskOf = ({ jobNo, data }: TestingView): Task => present(data.task, jobNo, 'task');

function present<T>(value: T | undefined, jobNo: string, what: string): T {
  if (value === undefined) throw new Error(`job ${jobNo} has no ${what}`);
  return value;
}

import type { LimitType } from '../judgement/judge.js';

/** One thing that is tested of a product: by which method, against which limit. */
export interface PlanItem {
  /** Of the reference data (`TP027-01`), or one of the job's own (`L1-01`). */
  readonly id: string;
  readonly parameter: string;
  readonly method: string;
  readonly unit?: string;
  readonly limitType: LimitType;
  readonly limitValue: string;
}

/** A product that the reference data knows. */
export interface Product {
  readonly name: string;
  readonly standard: string;
  readonly items: readonly PlanItem[];
}

/** How a standard stands today, as far as the corpus knows. */
export interface MethodState {
  readonly inForce: boolean;
  readonly replacedBy: readonly string[];
}

/** What the laboratory may call itself on a report, as it stood when the job was opened. */
export interface Qualification {
  readonly kind: string;
  readonly number: string;
}

/** The dated reference data that a test plan is made from. */
export interface TestReferences {
  product(ref: string): Product | undefined;
  /** Undefined for a standard that the corpus does not hold. */
  method(number: string): MethodState | undefined;
  /** The edition in force of a standard cited without its year, where it is known. */
  editionOf(undated: string): string | undefined;
  qualificationsOf(institutionId: string): readonly Qualification[];
}

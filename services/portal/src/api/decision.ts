import { call } from './http.js';
import type { Localized } from './shapes.js';

/** The parts of a score, as the rules name them, in the order they are shown. */
export const SCORE_PARTS = [
  'level',
  'distance',
  'load',
  'specialism',
  'forecast',
  'onTime',
  'continuity',
  'grade',
] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** An institution that was looked at, with what each filter said and how it scored. */
export interface Candidate {
  readonly institutionId: string;
  readonly name: string;
  readonly relation: string;
  readonly kilometres?: number;
  readonly openTickets: number;
  readonly verdicts: Readonly<Record<string, string>>;
  /** Weighed parts, so that they add up to the total; receipts of older rules lack the newer parts. */
  readonly score?: Readonly<Partial<Record<ScorePart, number>> & { total: number }>;
  readonly rank?: number;
}

/** What a person put in the place of the decision. */
export interface Override {
  readonly at: string;
  readonly by: string;
  readonly fromInstitutionId?: string;
  readonly toInstitutionId?: string;
  readonly fromNodeCode?: string;
  readonly toNodeCode?: string;
  readonly reason?: string;
}

/** Why an item came to this office and why this institution was proposed. */
export interface Decision {
  readonly decidedAt: string;
  readonly ruleSet: string;
  readonly networkVersion: number;
  readonly inputHash: string;
  /** What the applicant is told. */
  readonly sentence: Localized;
  readonly node: {
    readonly code: string;
    readonly reasonCode: string;
    readonly steps: readonly { readonly nodeCode: string; readonly reasonCode: string }[];
  };
  readonly institution: {
    readonly choice: string;
    readonly id?: string;
    readonly name?: string;
    readonly clientWish?: string;
  };
  readonly candidates: readonly Candidate[];
  /** Why nobody could serve it at first. */
  readonly triage?: { readonly reasonCode: string };
  readonly overrides: readonly Override[];
}

export const readDecision = (ticketId: string): Promise<Decision> =>
  call(`/tickets/${encodeURIComponent(ticketId)}/decision`);

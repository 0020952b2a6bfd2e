import { call } from './http.js';
import type { Localized } from './shapes.js';

export interface FinderQuestion {
  readonly id: string;
  readonly text: Localized;
  readonly options: readonly { readonly id: string; readonly text: Localized }[];
}

export interface FinderProposal {
  readonly kind: 'service' | 'package';
  readonly code: string;
  readonly name: Localized;
  readonly reason: Localized;
  readonly promisedDays: number;
  /** Absent when no deadline was named. */
  readonly inTime?: boolean;
}

/** The next question, or what to ask for. */
export interface FinderStep {
  readonly answers: readonly { readonly question: Localized; readonly answer: Localized }[];
  readonly question?: FinderQuestion;
  readonly proposals?: readonly FinderProposal[];
}

export const askFinder = (answers: readonly string[]): Promise<FinderStep> =>
  call('/catalog/finder', { query: { answers: answers.join(',') || undefined } });

import type { LocalizedText } from '@nqi/kernel';

/** Questions whose answers lead to services, for people who do not know what to ask for. A graph without cycles. */
export interface Finder {
  /** The question that comes first. */
  readonly start: string;
  readonly questions: readonly FinderQuestion[];
  /** In the order in which they are shown; every one whose answers were given is proposed. */
  readonly proposals: readonly FinderProposal[];
}

export interface FinderQuestion {
  readonly id: string;
  readonly text: LocalizedText;
  readonly options: readonly FinderOption[];
}

export interface FinderOption {
  /** Unlike any other of its question. */
  readonly id: string;
  readonly text: LocalizedText;
  /** The question that follows; without one the answers are complete. */
  readonly next?: string;
  /** Working days that a proposal may take to be in time, when the question asks for a deadline. */
  readonly withinWorkingDays?: number;
}

export interface FinderProposal {
  /** Options per question, any of which will do; a question that is not named does not matter. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly services?: readonly string[];
  readonly packageCode?: string;
  /** Why it is proposed, a sentence for the applicant. */
  readonly reason: LocalizedText;
}

export interface GivenAnswer {
  readonly question: FinderQuestion;
  readonly option: FinderOption;
}

export interface Proposed {
  readonly kind: 'service' | 'package';
  readonly code: string;
  readonly reason: LocalizedText;
}

/** How far the answers lead: to the next question, or to what is proposed. */
export interface FinderStep {
  readonly given: readonly GivenAnswer[];
  readonly question?: FinderQuestion;
  readonly proposed?: readonly Proposed[];
  /** The deadline that was named, in working days. */
  readonly withinWorkingDays?: number;
}

export const MOST_PROPOSALS = 8;

/** Walks the questions by the ids of the chosen options, in order. Undefined when an answer fits no question. */
export function walk(finder: Finder, answers: readonly string[]): FinderStep | undefined {
  const given: GivenAnswer[] = [];
  let question = questionOf(finder, finder.start);
  for (const answer of answers) {
    const option = question?.options.find(({ id }) => id === answer);
    if (!question || !option) return undefined;
    given.push({ question, option });
    question = option.next === undefined ? undefined : questionOf(finder, option.next);
  }
  if (question) return { given, question };
  const deadline = given.findLast(({ option }) => option.withinWorkingDays !== undefined)?.option.withinWorkingDays;
  return {
    given,
    proposed: proposalsFor(finder, given),
    ...(deadline !== undefined && { withinWorkingDays: deadline }),
  };
}

/** Each service or package once, with the reason of the first that names it. */
export function proposalsFor({ proposals }: Finder, given: readonly GivenAnswer[]): Proposed[] {
  const chosen = new Map(given.map(({ question, option }) => [question.id, option.id]));
  const found = new Map<string, Proposed>();
  for (const { when, services = [], packageCode, reason } of proposals) {
    if (!Object.entries(when).every(([question, options]) => options.includes(chosen.get(question) ?? ''))) continue;
    const named: Proposed[] = services.map((code) => ({ kind: 'service', code, reason }));
    if (packageCode !== undefined) named.unshift({ kind: 'package', code: packageCode, reason });
    for (const each of named) if (!found.has(each.code)) found.set(each.code, each);
  }
  return [...found.values()].slice(0, MOST_PROPOSALS);
}

export function questionOf({ questions }: Finder, id: string): FinderQuestion | undefined {
  return questions.find((question) => question.id === id);
}

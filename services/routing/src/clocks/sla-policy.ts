import type { ServiceDomain, Span } from '@nqi/kernel';
import type { ServiceNodeLevel } from '../network/service-node.js';
import { SHIPPED_LADDER, type Rung } from './escalation-ladder.js';
import {
  CLIENT_CHOICE,
  LIMITED_STAGES,
  type LimitName,
  type PauseReason,
  type ServiceLevel,
  type StageLimits,
} from './service-level.js';

/** What a new policy means for tickets that were promised another one. */
export const OPEN_TICKETS = ['keep', 'migrate', 'better-of-both'] as const;
export type OpenTickets = (typeof OPEN_TICKETS)[number];

export type Limits = { readonly [limit in LimitName]?: Span } & { readonly stages?: StageLimits };

/** Limits for some tickets; what is not said fits every ticket. */
export interface LimitRule {
  /** Codes, or `MET-*` for any ending. */
  readonly services?: readonly string[];
  readonly domains?: readonly ServiceDomain[];
  /** Of the office that holds the ticket. */
  readonly levels?: readonly ServiceNodeLevel[];
  readonly urgencies?: readonly string[];
  readonly limits: Limits;
}

/** What is promised to whom, and what happens when it is not kept. */
export interface SlaPolicyContent {
  readonly openTickets: OpenTickets;
  /** Of the rules that fit a ticket, the first that names a limit, or that of a stage, decides it. */
  readonly rules: readonly LimitRule[];
  /** Where no rule names a limit. Completion is the catalogue's unless it is said here; the provider may have none. */
  readonly limits: Limits & Required<Pick<Limits, 'accept' | 'first-response'>>;
  readonly ladder: readonly Rung[];
  /**
   * Longest pause per reason, in working days from its first day; then the clocks go on by themselves. Without one for
   * the client's choice they wait for as long as the client does.
   */
  readonly pauseLimits: Readonly<Record<PauseReason, number>> & { readonly [CLIENT_CHOICE]?: number };
}

export interface SlaPolicy {
  readonly version: string;
  readonly content: SlaPolicyContent;
}

/** What a limit may depend on. */
export interface PromiseFacts {
  readonly serviceCode: string;
  readonly domain: ServiceDomain;
  readonly level: ServiceNodeLevel;
  readonly urgency: string;
  /** Working days that the catalogue gives for the whole of the service. */
  readonly catalogueDays: number;
}

/**
 * What ships: a working day to accept, two for the first answer, the catalogue's limit to complete. Expert review and
 * corrective action are what takes longest by nature. For the client's choice DOMAIN names no term: it is ours, and that
 * of a paper the client owes.
 */
export const SHIPPED_POLICY: SlaPolicy = {
  version: 'shipped-1',
  content: {
    openTickets: 'keep',
    rules: [],
    limits: { accept: { unit: 'working-day', n: 1 }, 'first-response': { unit: 'working-day', n: 2 } },
    ladder: SHIPPED_LADDER,
    pauseLimits: {
      WAIT_CLIENT_DOC: 10,
      WAIT_SAMPLE: 15,
      WAIT_PAYMENT: 10,
      CLIENT_CORRECTIVE_ACTION: 30,
      EXPERT_REVIEW: 30,
      FORCE_MAJEURE: 60,
      [CLIENT_CHOICE]: 10,
    },
  },
};

/** The limits that a policy promises a ticket. */
export function promised({ content }: SlaPolicy, facts: PromiseFacts): ServiceLevel {
  const fitting = content.rules.filter((rule) => fits(rule, facts));
  const limit = (name: LimitName) =>
    fitting.find(({ limits }) => limits[name] !== undefined)?.limits[name] ?? content.limits[name];
  const provider = limit('provider');
  const stages = stageLimits([...fitting.map(({ limits }) => limits.stages), content.limits.stages]);
  return {
    accept: limit('accept') ?? content.limits.accept,
    'first-response': limit('first-response') ?? content.limits['first-response'],
    ...(provider && { provider }),
    complete: limit('complete') ?? { unit: 'working-day', n: facts.catalogueDays },
    ...(stages && { stages }),
  };
}

/** Of those that name a stage, the first decides it; undefined when none names any. */
function stageLimits(said: readonly (StageLimits | undefined)[]): StageLimits | undefined {
  const named = LIMITED_STAGES.flatMap((stage) => {
    const span = said.find((limits) => limits?.[stage] !== undefined)?.[stage];
    return span ? [[stage, span] as const] : [];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

function fits({ services, domains, levels, urgencies }: LimitRule, facts: PromiseFacts): boolean {
  return (
    (services?.some((pattern) => matches(pattern, facts.serviceCode)) ?? true) &&
    (domains?.includes(facts.domain) ?? true) &&
    (levels?.includes(facts.level) ?? true) &&
    (urgencies?.includes(facts.urgency) ?? true)
  );
}

const matches = (pattern: string, code: string): boolean =>
  pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : pattern === code;

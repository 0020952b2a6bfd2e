import type { NodeLevel } from './network.js';
import type { Domain, Urgency } from './shapes.js';

export const SPAN_UNITS = [
  'working-day',
  'working-hour',
  'working-minute',
  'calendar-day',
  'end-of-day',
  'minute',
] as const;

/** A limit as the policy states it. */
export interface Span {
  readonly unit: (typeof SPAN_UNITS)[number];
  readonly n: number;
}

export const LIMIT_NAMES = ['accept', 'first-response', 'provider', 'complete'] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];
export type Limits = { readonly [name in LimitName]?: Span };

/** Limits for some tickets; what is not said fits every ticket. */
export interface LimitRule {
  readonly services?: readonly string[];
  readonly domains?: readonly Domain[];
  readonly levels?: readonly NodeLevel[];
  readonly urgencies?: readonly Urgency[];
  readonly limits: Limits;
}

export const LADDER_CLOCKS = ['accept', 'first-response', 'complete', 'return', 'choice', 'stage'] as const;
export const RUNG_AUDIENCES = ['holder', 'node-lead', 'parent-lead', 'hub', 'client'] as const;
export const RUNG_ACTS = [
  'notify',
  'raise-priority',
  'reroute-to-sibling',
  'lift-to-parent',
  'lift-to-hub',
  'lift-to-province',
] as const;

/** A share of the limit used, working days after the due time, or working days in a return: one of them. */
export const RUNG_TIMES = ['share', 'workingDaysAfterDue', 'workingDaysIn'] as const;
export type RungTime = { readonly [kind in (typeof RUNG_TIMES)[number]]?: number };

export interface Rung {
  readonly code: string;
  readonly clock: (typeof LADDER_CLOCKS)[number];
  readonly when: RungTime;
  readonly audience: (typeof RUNG_AUDIENCES)[number];
  readonly act: (typeof RUNG_ACTS)[number];
}

/** What becomes of open tickets when another policy comes into force. */
export const OPEN_TICKETS = ['keep', 'migrate', 'better-of-both'] as const;

export interface PromiseContent {
  readonly openTickets: (typeof OPEN_TICKETS)[number];
  readonly rules: readonly LimitRule[];
  readonly limits: Limits;
  readonly ladder: readonly Rung[];
  readonly pauseLimits: Readonly<Record<string, number>>;
}

/** What is left of a caller's calls in the current minute. */
export interface CallBudget {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the budget is full again, at least 1. */
  readonly resetSeconds: number;
}

/** Other systems sign what they send; until a service has checked that, they are known by their address. */
export type CallerKind = 'user' | 'anonymous' | 'system';

/** Counts calls per caller, over all replicas where it can. Never rejects and never makes a caller wait for long. */
export abstract class CallBudgets {
  abstract spend(kind: CallerKind, caller: string): Promise<CallBudget>;
}

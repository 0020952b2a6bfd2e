import type { ServiceName } from '@nqi/contracts';

/** How one service takes part in messaging. */
export interface MessagingSettings {
  readonly service: ServiceName;
  readonly brokers: readonly string[];
  /** Put before every topic and group, so that several systems (or test runs) can share a broker. */
  readonly prefix: string;
  /** Most events handled in one transaction. */
  readonly batchSize: number;
  /** Longest wait between two tries of an event that fails for a passing reason. */
  readonly maxBackoffMs: number;
  /** Tries of an event whose handler throws something unexpected, before it becomes a dead letter. */
  readonly maxAttempts: number;
  /**
   * How long the relay lets events gather before it sends them. A batch costs the broker and every listener about as
   * much as a single event does.
   */
  readonly lingerMs: number;
  /** How soon the relay looks again when nobody woke it. */
  readonly pollMs: number;
}

export const MESSAGING_DEFAULTS = {
  prefix: '',
  batchSize: 100,
  maxBackoffMs: 5_000,
  maxAttempts: 5,
  lingerMs: 8,
  pollMs: 1_000,
} as const;

/** Injection token of the settings. */
export const MESSAGING_SETTINGS = Symbol('MessagingSettings');

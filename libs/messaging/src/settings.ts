import type { ServiceName } from '@nqi/contracts';

/** How one service takes part in messaging. */
export interface MessagingSettings {
  readonly service: ServiceName;
  readonly brokers: readonly string[];
  /** Put before every topic and group, so that several systems (or test runs) can share a broker. */
  readonly prefix: string;
  /** How long a consumer that says nothing keeps its partitions; a broker refuses less than it allows (6 s unless set). */
  readonly sessionMs: number;
  /** Most events of one partition that go into a transaction together. */
  readonly batchSize: number;
  /**
   * How long the broker may hold back events of this service so that they come together; 0 for a service that somebody
   * waits for. A transaction, a fetch and a wake-up cost about as much for one event as for twenty.
   */
  readonly gatherMs: number;
  /** How often the offsets of handled events are told to the broker. Those lost in a crash are read again, and known. */
  readonly offsetCommitMs: number;
  /** Longest wait between two tries of an event that fails for a passing reason. */
  readonly maxBackoffMs: number;
  /** Tries of an event whose handler throws something unexpected, before it becomes a dead letter. */
  readonly maxAttempts: number;
  /**
   * How long the relay lets events gather after it has sent some. A batch costs the broker and every listener about as
   * much as a single event does.
   */
  readonly lingerMs: number;
  /** How soon the relay looks again when nobody woke it. */
  readonly pollMs: number;
}

export const MESSAGING_DEFAULTS = {
  prefix: '',
  sessionMs: 10_000,
  batchSize: 100,
  gatherMs: 100,
  offsetCommitMs: 500,
  maxBackoffMs: 5_000,
  maxAttempts: 5,
  lingerMs: 10,
  pollMs: 1_000,
} as const;

/** Injection token of the settings. */
export const MESSAGING_SETTINGS = Symbol('MessagingSettings');

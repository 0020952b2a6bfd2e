import type { Access, Page } from '@nqi/platform';
import type {
  RectificationCause,
  RectificationStatus,
  RectificationStep,
  AppealGround,
} from './rectification-state.js';
import type { Rectification, RectificationRecord } from './rectification.js';

export interface RectificationFilter {
  readonly statuses?: readonly RectificationStatus[];
  readonly cause?: RectificationCause;
  readonly requestId?: string;
  /** Only those with a running clock that has passed by this time. */
  readonly overdueAt?: Date;
}

export interface RecordedStep {
  readonly version: number;
  readonly at: Date;
  readonly step: RectificationStep;
  readonly actor: string;
  readonly note: string;
  readonly ground?: AppealGround;
}

export abstract class RectificationRepository {
  /**
   * Stores a new case with its first step and event. Resolves to the id of the case of the same request and cause that
   * is open already, in which case nothing is stored.
   */
  abstract open(opened: Rectification): Promise<string | undefined>;

  /**
   * Changes a case under its lock and stores it with its steps and events in one transaction. Throws `not_found` when
   * there is none, or none within the caller's reach.
   */
  abstract update(id: string, access: Access, change: (found: Rectification) => void): Promise<void>;

  /** Notes passed clocks of up to `limit` cases; two replicas share the work, each passing is told once. */
  abstract noteOverdue(now: Date, limit: number): Promise<number>;

  /** Newest first; row scope in the query. */
  abstract list(
    filter: RectificationFilter,
    access: Access,
    limit: number,
    cursor?: string,
  ): Promise<Page<RectificationRecord>>;

  abstract find(id: string, access: Access): Promise<RectificationRecord | undefined>;

  /** Oldest first. */
  abstract steps(id: string): Promise<RecordedStep[]>;
}

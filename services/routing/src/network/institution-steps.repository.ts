import type { LifecycleLine } from './institution-lifecycle.js';

/** The lives of the institutions, line by line; lines are only ever added. */
export abstract class InstitutionStepsRepository {
  /** A number that no institution has had. */
  abstract nextId(): Promise<string>;

  abstract append(institutionId: string, line: LifecycleLine): Promise<void>;

  /** The accounts that ever applied for it, or said the application anew. */
  abstract applicants(institutionId: string): Promise<ReadonlySet<string>>;

  /** Newest first. */
  abstract last(institutionId: string, limit: number): Promise<readonly LifecycleLine[]>;
}

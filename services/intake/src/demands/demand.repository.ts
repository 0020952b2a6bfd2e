import type { Access, Page } from '@nqi/platform';
import type { Demand, DemandRecord, DemandStatus } from './demand.js';

export interface DemandFilter {
  readonly statuses?: readonly DemandStatus[];
}

export abstract class DemandRepository {
  /** Stores a demand with what `file` stores, its request, in one transaction; resolves to what `file` does. */
  abstract open<Filed>(demand: Demand, file: () => Promise<Filed | undefined>): Promise<Filed | undefined>;

  /**
   * Changes the demand of a request under its lock, with its events. Runs in the transaction that has locked the request:
   * a request is always locked before its demand. Throws `not_found` out of reach; without `access` nobody is.
   */
  abstract update(
    requestId: string,
    access: Access | undefined,
    change: (demand: Demand) => void | Promise<void>,
  ): Promise<void>;

  /** Demands that time acts on, the longest due first. */
  abstract due(now: Date, limit: number): Promise<string[]>;

  /** Ends those of the items that still wait, since their requests were withdrawn. */
  abstract withdraw(itemIds: readonly string[], at: Date): Promise<void>;

  /** Gives an enterprise's demands its registered name. */
  abstract rename(uscc: string, name: string): Promise<void>;

  /** Newest first; row scope in the query. */
  abstract list(filter: DemandFilter, access: Access, limit: number, cursor?: string): Promise<Page<DemandRecord>>;

  abstract find(requestId: string, access: Access): Promise<DemandRecord | undefined>;
}

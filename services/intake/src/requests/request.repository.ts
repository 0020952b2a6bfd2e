import type { Request } from './request.js';

/** What tells a repeated filing from a new one. */
export interface IdempotencyStamp {
  readonly key: string;
  readonly bodyHash: string;
}

/** A filing that was known already under its idempotency key. */
export interface KnownFiling {
  readonly bodyHash: string;
  readonly receipt: FilingReceipt;
}

/** What the applicant gets back: always the state at filing, however often it is asked for. */
export interface FilingReceipt {
  readonly id: string;
  readonly requestNo: string;
  readonly status: 'SUBMITTED';
  readonly items: readonly { readonly id: string; readonly serviceCode: string; readonly status: 'READY' }[];
}

export abstract class RequestRepository {
  /** The next number in line, never given twice; some may stay unused. */
  abstract nextSequence(): Promise<number>;

  /**
   * Stores a new request with its events, all or nothing. Resolves to undefined when stored, or to the filing that the
   * same enterprise made before under the same key; a filing still in flight under that key is waited for.
   */
  abstract file(request: Request, stamp?: IdempotencyStamp): Promise<KnownFiling | undefined>;

  /**
   * Loads a request under its lock, changes it and stores it with its events and history in one transaction; a change
   * that changes nothing stores nothing. Resolves to false when there is no such request; `change` then does not run.
   */
  abstract update(id: string, change: (request: Request) => void | Promise<void>): Promise<boolean>;
}

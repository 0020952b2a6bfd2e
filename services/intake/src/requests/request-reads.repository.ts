import type { Access } from '@nqi/platform';
import type { Step } from './request.events.js';
import type { RequestStatus } from './request-status.js';
import type { RequestState } from './request.js';

/** A certificate, notice or report that a domain service issued for an item. */
export interface Deliverable {
  readonly id: string;
  readonly itemId: string;
  readonly domain: string;
  readonly number: string;
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly conclusion: string;
  readonly issuedAt: Date;
  /** ISO date; absent where the deliverable has no end. */
  readonly validUntil?: string;
}

/** A material that an item names, in the version that it was named in. */
export interface AttachedMaterial {
  readonly id: string;
  readonly itemId: string;
  readonly title: string;
  readonly version: number;
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly attachedAt: Date;
  /** Set where the material is a deliverable, whose document its domain gives out. */
  readonly deliverable?: { readonly id: string; readonly domain: string };
}

export interface StoredRequest {
  readonly state: RequestState;
  readonly deliverables: readonly Deliverable[];
  /** Of a single request only. */
  readonly materials?: readonly AttachedMaterial[];
}

export interface RequestFilter {
  readonly status?: RequestStatus;
  readonly domain?: string;
  readonly regionCode?: string;
  readonly enterpriseUscc?: string;
  /** The beginning of a request number. */
  readonly numberPrefix?: string;
}

/** Requests as people read them, past the aggregate. */
export abstract class RequestReads {
  abstract find(id: string): Promise<StoredRequest | undefined>;

  /** The request that an item is of. */
  abstract requestOf(itemId: string): Promise<string | undefined>;

  abstract findByNumber(requestNo: string): Promise<StoredRequest | undefined>;

  /** Newest first, at most `limit`, older than the request `before`; only what lies within reach. */
  abstract list(filter: RequestFilter, access: Access, limit: number, before?: string): Promise<StoredRequest[]>;

  abstract steps(requestId: string): Promise<Step[]>;
}

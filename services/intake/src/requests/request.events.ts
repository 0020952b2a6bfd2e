import type { LocalizedText, NodeLevel } from '@nqi/kernel';

/** What the catalogue promised for a service on the day it was asked for. */
export interface ServicePromise {
  readonly serviceName: LocalizedText;
  readonly performingLevel: NodeLevel;
  /** Working days from filing to the result. */
  readonly completeLimitDays: number;
}

/** What a request announces to the other services. */
export type RequestEvent =
  | { readonly type: 'RequestFiled'; readonly at: Date }
  | {
      readonly type: 'RequestItemReady';
      readonly itemId: string;
      readonly promise: ServicePromise;
      /** Set when the item was split off another one's ticket. */
      readonly splitFrom?: { readonly ticketId: string; readonly promisedFrom: Date };
      readonly at: Date;
    }
  /** A package's item whose input will never come. */
  | { readonly type: 'RequestItemForgone'; readonly itemId: string; readonly at: Date }
  | { readonly type: 'RequestItemCorrected'; readonly itemId: string; readonly at: Date }
  | {
      readonly type: 'RequestCancelled';
      readonly itemIds: readonly string[];
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    }
  | { readonly type: 'RequestCompleted'; readonly at: Date }
  | { readonly type: 'RequestRated'; readonly stars: number; readonly reasons: readonly string[]; readonly at: Date };

/** What a request's history is made of. Filing itself is no step: the request's own columns tell of it. */
export type StepKind =
  | 'item-ready'
  | 'item-forgone'
  | 'routed'
  | 'chosen'
  | 'accepted'
  | 'transferred'
  | 'replaced'
  | 'returned'
  | 'corrected'
  | 'split'
  | 'resumed'
  | 'promised'
  | 'job-opened'
  | 'job-advanced'
  | 'deliverable'
  | 'demand-proposed'
  | 'demand-declined'
  | 'demand-confirmed'
  | 'demand-closed'
  | 'quoted'
  | 'quote-ended'
  | 'resolved'
  | 'item-cancelled'
  | 'cancelled'
  | 'completed'
  | 'rated';

export type StepDetail = Readonly<Record<string, unknown>>;

export interface Step {
  readonly kind: StepKind;
  readonly at: Date;
  readonly itemId?: string;
  readonly detail: StepDetail;
}

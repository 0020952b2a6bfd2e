import type { Draft, DraftHead, DraftOwner } from './draft.js';

export interface SaveDraft {
  readonly owner: DraftOwner;
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly at: Date;
  /** Version that the caller saw; undefined when the caller does not say. */
  readonly expectedVersion?: number;
}

/** Drafts, each seen by its owner alone. */
export abstract class DraftRepository {
  /** Newest first. */
  abstract list(owner: DraftOwner): Promise<DraftHead[]>;

  abstract find(owner: DraftOwner, id: string): Promise<Draft | undefined>;

  /**
   * Creates or replaces. Throws `not_found` for somebody else's id, `precondition` when it changed meanwhile, `conflict`
   * when the owner has all the drafts there may be; two devices at once cannot pass that limit.
   */
  abstract save(draft: SaveDraft): Promise<void>;

  /** Resolves to false when there was nothing to remove. */
  abstract remove(owner: DraftOwner, id: string): Promise<boolean>;

  /** Removes at most `limit` drafts last touched before a time, and says how many. */
  abstract expire(before: Date, limit: number): Promise<number>;
}

import type { Deliverable } from '../requests/request-reads.repository.js';
import type { Step } from '../requests/request.events.js';

/** What the four domains tell of an item; it never moves the item, since only its ticket does. */
export abstract class JobProgressRepository {
  /** Adds a step to the item's history; false when there is no such item. */
  abstract addStep(step: Step & { readonly itemId: string }): Promise<boolean>;

  /**
   * Keeps a deliverable with its step, once. Resolves to the item's request and its enterprise, or undefined when the item
   * or the news is not ours.
   */
  abstract addDeliverable(
    deliverable: Deliverable,
    step: Step,
  ): Promise<{ requestId: string; requestNo: string; enterpriseUscc: string } | undefined>;
}

import type { QueueView, ViewScope } from './queue-view.js';

/** Views that people and offices keep. */
export abstract class QueueViewRepository {
  /** Those of any of the scopes: the offices' first, then by name. */
  abstract list(scopes: readonly ViewScope[]): Promise<QueueView[]>;

  /** The views of a scope; nobody else adds or changes any there until the transaction ends. */
  abstract lock(scope: ViewScope): Promise<QueueView[]>;

  abstract find(id: string): Promise<QueueView | undefined>;

  /** `owner` made or last changed it. */
  abstract save(view: QueueView, owner: string, at: Date): Promise<void>;

  abstract remove(id: string): Promise<void>;
}

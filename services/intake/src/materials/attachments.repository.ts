import type { Material } from './material.js';

/** Which materials were named with which items. */
export abstract class AttachmentRepository {
  /** The enterprise's materials among the ids, held against retiring until the caller's transaction ends. */
  abstract materialsOf(enterpriseUscc: string, ids: readonly string[]): Promise<Material[]>;

  /** Adds to what an item already names. */
  abstract attach(itemId: string, ids: readonly string[], at: Date): Promise<void>;
}

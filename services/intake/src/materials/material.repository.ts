import type { Access, Page } from '@nqi/platform';
import type { Material, MaterialKind } from './material.js';

export interface MaterialFilter {
  readonly kind?: MaterialKind;
  /** All versions of one title instead of the newest of each. */
  readonly title?: string;
  readonly retired?: boolean;
}

export type NewMaterial = Omit<Material, 'version' | 'revision' | 'retiredAt'>;

export abstract class MaterialRepository {
  /**
   * Keeps a material with a file as the next version of its title, and its file is nobody's no longer. False, and
   * nothing kept, when the enterprise's files would have more than `mostBytes`, however many come at once.
   */
  abstract add(material: NewMaterial, mostBytes: number): Promise<Material | undefined>;

  /** Keeps a deliverable as a material, once. */
  abstract addDeliverable(material: NewMaterial): Promise<void>;

  abstract usedBytes(enterpriseUscc: string): Promise<number>;

  /** An enterprise's library by id, newest first. */
  abstract list(
    enterpriseUscc: string,
    filter: MaterialFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<Material>>;

  /** What the caller may read: an enterprise its own, staff what is attached to an item within reach. */
  abstract find(id: string, access: Access): Promise<Material | undefined>;

  /** Without asking who reads; only for whoever holds a signed address. */
  abstract findAddressed(id: string): Promise<Material | undefined>;

  /** Retires within a transaction, after `check` saw the material as it is. False when the enterprise has none such. */
  abstract retire(id: string, enterpriseUscc: string, at: Date, check: (found: Material) => void): Promise<boolean>;

  /** Says that a file is about to be written; it counts as stray until a material takes it. */
  abstract announceObject(key: string, at: Date): Promise<void>;

  /** Files that have been nobody's since before `limit`. */
  abstract strayObjects(limit: Date, most: number): Promise<string[]>;

  abstract forgetObject(key: string): Promise<void>;

  /** Gives back the room of materials that were retired before `limit` and never attached; their files become stray. */
  abstract purgeRetired(limit: Date, most: number): Promise<number>;
}

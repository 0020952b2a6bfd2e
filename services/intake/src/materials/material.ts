import { DomainError } from '@nqi/kernel';

export const MATERIAL_KINDS = ['licence', 'report', 'certificate', 'list', 'other'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** One version of a document of an enterprise. The same title again is the next version. */
export interface Material {
  readonly id: string;
  readonly enterpriseUscc: string;
  readonly title: string;
  readonly version: number;
  readonly kind: MaterialKind;
  /** As the enterprise called its file; data, never a path. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Of a file of its own; a deliverable's document stays where it was issued. */
  readonly file?: StoredFile;
  readonly deliverable?: { readonly id: string; readonly domain: string };
  /** ISO dates, both included. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly retiredAt?: Date;
  readonly revision: number;
}

export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
  readonly scanned: boolean;
  /** Where it lies in the store; undefined once it was removed, after the material was retired. */
  readonly key?: string;
}

/** Why a material cannot be attached on a day; undefined when it can. */
export function unfitFor(material: Material, day: string): 'RETIRED' | 'NOT_YET_VALID' | 'EXPIRED' | undefined {
  if (material.retiredAt) return 'RETIRED';
  if (material.validFrom !== undefined && day < material.validFrom) return 'NOT_YET_VALID';
  if (material.validUntil !== undefined && material.validUntil < day) return 'EXPIRED';
  return undefined;
}

export function unknownMaterial(): DomainError {
  return new DomainError('MATERIAL.UNKNOWN', 'not_found', { zh: '没有此材料', en: 'No such material' });
}

export function overQuota(mostBytes: number): DomainError {
  const most = mostBytes / 1024 / 1024;
  const text = {
    zh: `材料库已满(${most} MB)，请先停用不再需要的材料`,
    en: `The library is full (${most} MB); retire what is not needed any more`,
  };
  return new DomainError('MATERIAL.QUOTA', 'conflict', text, { mostBytes });
}

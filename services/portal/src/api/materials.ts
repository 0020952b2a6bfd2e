import { API, call } from './http.js';
import { saveFile } from './save-file.js';
import type { Page } from './shapes.js';
import { upload } from './upload.js';

export const MATERIAL_KINDS = ['licence', 'report', 'certificate', 'list', 'other'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** A document of an enterprise's library that an item of a request names. */
export interface AttachedMaterial {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly kind: MaterialKind;
  readonly fileName: string;
  readonly attachedAt: string;
  /** Where its content is read. */
  readonly content: string;
}

/** One version of a document in the library; the same title again is the next version. */
export interface Material {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly kind: MaterialKind;
  readonly fileName: string;
  /** Bytes; missing for a deliverable, whose document stays where it was issued. */
  readonly size?: number;
  readonly document?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Why it cannot be attached today. */
  readonly unfit?: 'RETIRED' | 'NOT_YET_VALID' | 'EXPIRED';
  readonly addedAt: string;
  readonly retiredAt?: string;
  readonly revision: number;
}

export interface MaterialPage extends Page<Material> {
  readonly usedBytes: number;
  readonly mostBytes: number;
}

export interface MaterialFilters {
  readonly kind?: MaterialKind;
  /** All versions of this one. */
  readonly title?: string;
  readonly retired?: boolean;
}

export interface MaterialFacts {
  readonly title: string;
  readonly kind: MaterialKind;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

export const saveMaterial = ({ content, fileName }: AttachedMaterial): Promise<void> =>
  saveFile(content.replace(API, ''), fileName);

export const saveOwnMaterial = ({ id, document, fileName }: Material): Promise<void> =>
  saveFile(document?.replace(API, '') ?? `/materials/${encodeURIComponent(id)}/content`, fileName);

export const listMaterials = (filters: MaterialFilters, cursor?: string, limit = 30): Promise<MaterialPage> =>
  call('/materials', { query: { ...filters, limit, cursor } });

export const addMaterial = (
  facts: MaterialFacts,
  file: File,
  idempotencyKey: string,
  onProgress: (share: number) => void,
): Promise<Material> => upload('/materials', { query: { ...facts }, file, idempotencyKey, onProgress });

export const retireMaterial = ({ id, revision }: Material): Promise<Material> =>
  call(`/materials/${encodeURIComponent(id)}/retire`, { method: 'POST', ifMatch: `"${revision}"` });

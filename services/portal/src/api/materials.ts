import { API } from './http.js';
import { saveFile } from './save-file.js';

export type MaterialKind = 'licence' | 'report' | 'certificate' | 'list' | 'other';

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

export const saveMaterial = ({ content, fileName }: AttachedMaterial): Promise<void> =>
  saveFile(content.replace(API, ''), fileName);

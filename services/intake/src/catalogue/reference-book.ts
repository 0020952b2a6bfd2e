import type { LocalizedText } from '@nqi/kernel';

export interface KnownInstrument {
  readonly mandatoryVerification: boolean;
}

export interface KnownProduct {
  readonly standard: string;
  readonly itemIds: ReadonlySet<string>;
}

export interface KnownRegion {
  readonly level: string;
  readonly parentCode?: string;
}

/** One line of a list that a form field chooses from. */
export interface ReferenceEntry {
  readonly ref: string;
  readonly name: LocalizedText;
  readonly detail?: string;
  /** What belongs to it: the test items of a product. */
  readonly items?: readonly ReferenceEntry[];
}

/** What the reference data knows of the things that people name in their forms. */
export abstract class ReferenceBook {
  abstract instrument(ref: string): KnownInstrument | undefined;
  abstract testProduct(ref: string): KnownProduct | undefined;
  /** By the normalised number, year included. */
  abstract hasStandard(number: string): boolean;
  abstract hasInstitution(id: string): boolean;
  abstract region(code: string): KnownRegion | undefined;
  /** Words for a node code; the code itself when nobody knows it. */
  abstract nodeName(nodeCode: string): LocalizedText;
  /** Undefined for a list that does not exist. */
  abstract list(name: string): readonly ReferenceEntry[] | undefined;
}

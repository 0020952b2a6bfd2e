import type { Allowance, Range, StatedUncertainty } from './limits.js';

/** How long a verification holds: until a date, until the instrument is rotated out, until it fails, or not at all. */
export type VerificationMode = 'periodic' | 'first_rotate' | 'first_scrap' | 'none';

/** What the reference data knows of a kind of instrument; a job keeps it as it stood when the job was opened. */
export interface InstrumentKind {
  /** `MI…` of the mandatory catalogue or `CI…` of the calibration items. */
  readonly ref: string;
  readonly name: string;
  readonly mandatory: boolean;
  readonly mode: VerificationMode;
  /** Number of the verification regulation (JJG) or calibration specification (JJF). */
  readonly basis?: string;
  /** The regulation's usual period; the longest a certificate may hold. */
  readonly periodMonths?: number;
  readonly periodNote?: string;
  readonly unit?: string;
  readonly range?: Range;
  readonly allowance?: Allowance;
  /** Smallest uncertainty that may be reported. */
  readonly capability?: StatedUncertainty;
  readonly coverageFactor?: string;
  /** A suggestion; on a certificate only when the client wants it. */
  readonly intervalMonths?: number;
}

/** The dated reference data of instruments. */
export interface InstrumentCatalogue {
  find(ref: string): InstrumentKind | undefined;
}

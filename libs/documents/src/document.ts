import type { LocalizedText } from '@nqi/kernel';

/** One part of a certificate or report: labelled facts, a table, or running text. */
export type DocumentSection =
  | { readonly heading?: string; readonly fields: readonly (readonly [label: string, value: string])[] }
  | { readonly heading?: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly heading?: string; readonly text: string };

/** A certificate or report as content; how it looks is the renderer's business. */
export interface DocumentContent {
  readonly number: string;
  /** Code that proves, together with the number, that the paper is genuine. */
  readonly verifyCode: string;
  readonly title: LocalizedText;
  /** Institution that issues it. */
  readonly issuer: string;
  readonly client: string;
  readonly issuedAt: Date;
  /** Last day of validity, YYYY-MM-DD. */
  readonly validUntil: string | null;
  readonly conclusion: string;
  readonly sections: readonly DocumentSection[];
  readonly signatures: readonly { readonly role: string; readonly name: string }[];
}

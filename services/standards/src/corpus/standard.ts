/** A standard as the corpus has it; dates it does not know are missing. */
export interface Standard {
  /** Normalised: `GB/T 19001-2016`. */
  readonly number: string;
  readonly titleZh: string;
  readonly titleEn?: string;
  readonly level: string;
  readonly nature: string;
  readonly issuedOn?: string;
  readonly implementedOn?: string;
  readonly abolishedOn?: string;
  /** What the source believed on the day the corpus was compiled; dates go before it. */
  readonly believed: 'upcoming' | 'current' | 'superseded' | 'abolished';
  readonly replaces: readonly string[];
  readonly partlyReplaces: readonly string[];
  readonly replacedBy: readonly string[];
  readonly note?: string;
}

/** The standards that are known, and where the knowledge comes from. */
export interface Corpus {
  /** Says in a report where a status was looked up. */
  readonly source: string;
  find(number: string): Standard | undefined;
  /** All editions under one prefix and serial number (`GB/T`, `19001`), oldest first. */
  editions(prefix: string, serial: string): readonly Standard[];
  /** Standards that say they replace this one, wholly or in part. */
  successors(number: string): readonly Standard[];
  all(): readonly Standard[];
}

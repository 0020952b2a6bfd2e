import { normalizeStandardNumber, parseStandardNumber } from '@nqi/kernel';
import type { Corpus, Standard } from './standard.js';
import { validityOn } from './validity.js';

/** What a citation in a document points at. */
export interface Cited {
  /** As it is written in the corpus; as it was cited when nothing fits. */
  readonly number: string;
  readonly dated: boolean;
  readonly standard?: Standard;
  /** Editions the corpus does have of a standard whose cited edition it does not. */
  readonly otherEditions: readonly string[];
}

/** Finds what a citation means on `day`; without a year it means the latest edition in force then. */
export function resolveCitation(text: string, corpus: Corpus, day: string): Cited {
  const normalized = normalizeStandardNumber(text);
  const exact = corpus.find(normalized);
  const parsed = parseStandardNumber(text);
  const dated = parsed ? parsed.year !== undefined : true;
  if (exact) return { number: exact.number, dated, standard: exact, otherEditions: [] };
  const editions = parsed ? corpus.editions(parsed.prefix, parsed.serial) : [];
  if (dated) return { number: normalized, dated, otherEditions: editions.map(({ number }) => number) };
  const current = editions.findLast((edition) => validityOn(day, edition, corpus).status === 'CURRENT');
  const standard = current ?? editions.at(-1);
  return { number: standard?.number ?? normalized, dated, standard, otherEditions: [] };
}

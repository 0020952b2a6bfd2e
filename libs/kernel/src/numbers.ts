import type { ServiceDomain } from './service-domain.js';
import { isDate, shanghaiDate } from './shanghai-time.js';

/** Pinyin initials of the domain, as they appear in request, ticket and deliverable numbers. */
export const NUMBER_LETTERS: Readonly<Record<ServiceDomain, string>> = {
  metrology: 'JL',
  standards: 'BZ',
  testing: 'JC',
  certification: 'RZ',
  consulting: 'ZX',
  training: 'PX',
};

/** 综合: a request that spans several domains. */
export const COMBINED_LETTERS = 'ZH';

const READABLE_NUMBER = /^([A-Z]{2,4})-([A-Z]{2})-(\d{4})(\d{2})(\d{2})-(\d{6,})$/;

export function numberLetters(domains: Iterable<ServiceDomain>): string {
  const distinct = [...new Set(domains)];
  return distinct.length === 1 && distinct[0] ? NUMBER_LETTERS[distinct[0]] : COMBINED_LETTERS;
}

/**
 * `ZZ-JL-20261124-000123`: area, domain, Shanghai date, sequence of that day. Beyond 999,999 a day the sequence grows
 * longer; it is never cut.
 */
export function readableNumber(area: string, letters: string, at: Date, sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`Not a sequence number: ${sequence}`);
  const number = `${area}-${letters}-${shanghaiDate(at).replaceAll('-', '')}-${String(sequence).padStart(6, '0')}`;
  if (!READABLE_NUMBER.test(number)) throw new RangeError(`Not a readable number: ${number}`);
  return number;
}

export interface ReadableNumber {
  readonly area: string;
  readonly letters: string;
  readonly date: string;
  readonly sequence: number;
}

/** Forgives case, full-width characters and surrounding blanks, as numbers are read out over the telephone. */
export function parseReadableNumber(text: string): ReadableNumber | undefined {
  const match = READABLE_NUMBER.exec(text.normalize('NFKC').trim().toUpperCase());
  if (!match) return undefined;
  const [, area = '', letters = '', year, month, day, sequence] = match;
  const date = `${year}-${month}-${day}`;
  return isDate(date) ? { area, letters, date, sequence: Number(sequence) } : undefined;
}

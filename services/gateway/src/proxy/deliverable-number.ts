import { NUMBER_LETTERS, TECHNICAL_DOMAINS, type TechnicalDomain } from '@nqi/kernel';

const DOMAIN_OF_LETTERS: ReadonlyMap<string, TechnicalDomain> = new Map(
  TECHNICAL_DOMAINS.map((domain) => [NUMBER_LETTERS[domain], domain]),
);

/**
 * Domain that issued a deliverable, by the letters after the area in its number (`ZZ-JL-…`). Forgives case, full-width
 * characters and blanks, since people type numbers off paper.
 */
export function domainOfDeliverable(number: string): TechnicalDomain | undefined {
  const [, ...parts] = number.normalize('NFKC').trim().toUpperCase().split('-');
  return parts.map((part) => DOMAIN_OF_LETTERS.get(part)).find((domain) => domain !== undefined);
}

import type { Texts } from '../../i18n/use-texts.js';

const WORDS = ['policyField', 'scorePart', 'clock', 'reason'];

/** A field of a policy in words; one that nobody foresaw keeps its name. */
export const fieldName = (field: string, { word }: Texts): string =>
  WORDS.reduceRight((otherwise, words) => word(`${words}.${field}`, otherwise), field);

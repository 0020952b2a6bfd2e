import type { Verdict } from './verdict.js';

/** Results of one item, and the verdicts on them: one each, or one on all units of a sampling plan. */
export interface Judged {
  readonly item: string;
  readonly values: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly reasons?: Readonly<Record<string, string>>;
}

/** A person's verdict on one observation of an item; the same words get the same verdict. */
export interface Ruling {
  readonly value: string;
  readonly verdict: 'PASS' | 'FAIL';
  readonly reason: string;
}

/** The observations of an item that no rule could judge, each once. */
export function unjudgedOf({ values, verdicts }: Judged): string[] {
  const open = observations(values, verdicts).filter((_, index) => verdicts[index] === 'UNJUDGED');
  return [...new Set(open)];
}

/** Puts rulings in the place of missing verdicts; what a rule has judged stays as it was judged. */
export function settled<T extends Judged>(judged: T, rulings: readonly Ruling[]): T {
  const byValue = new Map(rulings.map((ruling) => [ruling.value, ruling]));
  const seen = observations(judged.values, judged.verdicts);
  const ruling = (index: number) => byValue.get(seen[index] ?? '');
  const verdicts = judged.verdicts.map((verdict, index) =>
    verdict === 'UNJUDGED' ? (ruling(index)?.verdict ?? verdict) : verdict,
  );
  const reasons = Object.fromEntries(unjudgedOf(judged).map((value) => [value, byValue.get(value)?.reason ?? '']));
  return Object.keys(reasons).length > 0 ? { ...judged, verdicts, reasons } : judged;
}

/** What each verdict is about: a value, or all units of a sampling plan together. */
export function observations(values: readonly string[], verdicts: readonly Verdict[]): string[] {
  return verdicts.length === values.length ? [...values] : [values.join('、')];
}

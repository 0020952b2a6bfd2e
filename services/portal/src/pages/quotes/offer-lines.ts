import type { QuoteLine } from '../../api/quotes.js';
import { fenOfYuan } from '../../format/numbers.js';

/** A line as it is being typed: the amount in yuan, whatever is missing left out. */
export interface TypedLine {
  readonly key: number;
  readonly what: string;
  readonly quantity?: number;
  readonly amountYuan?: number;
}

/** The lines in the service's form, or undefined while one of them is not complete. */
export function linesOf(typed: readonly TypedLine[]): readonly QuoteLine[] | undefined {
  const lines = typed.flatMap(({ what, quantity, amountYuan }) =>
    what.trim() !== '' && quantity !== undefined && amountYuan !== undefined && fenOfYuan(amountYuan) > 0
      ? [{ what: what.trim(), quantity, amountFen: fenOfYuan(amountYuan) }]
      : [],
  );
  return lines.length > 0 && lines.length === typed.length ? lines : undefined;
}

export const totalOf = (typed: readonly TypedLine[]): number =>
  typed.reduce((total, { amountYuan = 0 }) => total + fenOfYuan(amountYuan), 0);

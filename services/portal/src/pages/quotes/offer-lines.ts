import type { QuoteLine } from '../../api/quotes.js';

/** A line as it is being typed: the amount in yuan, whatever is missing left out. */
export interface TypedLine {
  readonly key: number;
  readonly what: string;
  readonly quantity?: number;
  readonly amountYuan?: number;
}

const FEN = 100;

/** Whole fen; a third decimal is rounded, since the field does not take it. */
const fenOf = (yuan: number): number => Math.round(yuan * FEN);

/** The lines in the service's form, or undefined while one of them is not complete. */
export function linesOf(typed: readonly TypedLine[]): readonly QuoteLine[] | undefined {
  const lines = typed.flatMap(({ what, quantity, amountYuan }) =>
    what.trim() !== '' && quantity !== undefined && amountYuan !== undefined && fenOf(amountYuan) > 0
      ? [{ what: what.trim(), quantity, amountFen: fenOf(amountYuan) }]
      : [],
  );
  return lines.length > 0 && lines.length === typed.length ? lines : undefined;
}

export const totalOf = (typed: readonly TypedLine[]): number =>
  typed.reduce((total, { amountYuan = 0 }) => total + fenOf(amountYuan), 0);

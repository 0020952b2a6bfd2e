import type { Fen } from '@nqi/kernel';
import type { VoucherStatus } from './voucher-state.js';
import type { VoucherRecord } from './voucher.js';

/** Where a programme's budget is; the five parts always add up to it. */
export interface ProgrammeSums {
  readonly grantedFen: Fen;
  readonly lockedFen: Fen;
  readonly usedFen: Fen;
  readonly settledFen: Fen;
  readonly leftFen: Fen;
}

export type SumPart = Exclude<keyof ProgrammeSums, 'leftFen'>;

/** Which part a voucher counts in; what expired or was revoked went back. */
export const PART_OF: Readonly<Partial<Record<VoucherStatus, SumPart>>> = {
  GRANTED: 'grantedFen',
  LOCKED: 'lockedFen',
  USED: 'usedFen',
  SETTLEMENT_APPLIED: 'usedFen',
  SETTLED: 'settledFen',
};

type Counted = Pick<VoucherRecord, 'status' | 'faceFen' | 'amountFen'>;

/** What a voucher takes of the budget: its whole face until it is used, from then on what it paid. */
export function committedOf({ status, faceFen, amountFen = 0 }: Counted): Fen {
  const part = PART_OF[status];
  if (part === undefined) return 0;
  return part === 'usedFen' || part === 'settledFen' ? amountFen : faceFen;
}

export function sumsOf(budgetFen: Fen, vouchers: readonly Counted[]): ProgrammeSums {
  const sum = (part: SumPart) =>
    vouchers.filter(({ status }) => PART_OF[status] === part).reduce((total, one) => total + committedOf(one), 0);
  const parts = { grantedFen: sum('grantedFen'), lockedFen: sum('lockedFen'), usedFen: sum('usedFen') };
  const settledFen = sum('settledFen');
  const leftFen = budgetFen - parts.grantedFen - parts.lockedFen - parts.usedFen - settledFen;
  return { ...parts, settledFen, leftFen };
}

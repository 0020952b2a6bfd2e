export const VOUCHER_STATUSES = [
  'GRANTED',
  'LOCKED',
  'USED',
  'SETTLEMENT_APPLIED',
  'SETTLED',
  'EXPIRED',
  'REVOKED',
] as const;
export type VoucherStatus = (typeof VOUCHER_STATUSES)[number];

interface Leg {
  readonly from: VoucherStatus;
  readonly to: VoucherStatus;
}

/** From where each step leads where (design facts, section 6). A refused settlement can be applied for again. */
export const VOUCHER_STEPS = {
  lock: { from: 'GRANTED', to: 'LOCKED' },
  release: { from: 'LOCKED', to: 'GRANTED' },
  use: { from: 'LOCKED', to: 'USED' },
  apply: { from: 'USED', to: 'SETTLEMENT_APPLIED' },
  settle: { from: 'SETTLEMENT_APPLIED', to: 'SETTLED' },
  refuse: { from: 'SETTLEMENT_APPLIED', to: 'USED' },
  expire: { from: 'GRANTED', to: 'EXPIRED' },
  revoke: { from: 'GRANTED', to: 'REVOKED' },
} as const satisfies Record<string, Leg>;
export type MovingStep = keyof typeof VOUCHER_STEPS;
export type VoucherStep = MovingStep | 'grant';

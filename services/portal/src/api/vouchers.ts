import { call } from './http.js';
import type { Domain, EnterpriseRef, Localized, Page } from './shapes.js';

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
export type VoucherAction = 'lock' | 'apply' | 'settle' | 'refuse' | 'revoke';
export const VOUCHER_KINDS = ['innovation', 'quality'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];

export interface VoucherTerms {
  readonly name: Localized;
  readonly kind: VoucherKind;
  readonly sharePercent: number;
  readonly capFen: number;
  readonly domains: readonly Domain[];
  readonly serviceCodes: readonly string[];
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface Voucher {
  readonly id: string;
  readonly programmeId: string;
  readonly programme: VoucherTerms;
  readonly enterprise: EnterpriseRef;
  readonly faceFen: number;
  /** What it pays of its order. */
  readonly amountFen?: number;
  readonly status: VoucherStatus;
  readonly expiresAt: string;
  readonly requestId?: string;
  readonly requestNo?: string;
  readonly institutionName?: string;
  readonly invoiceNo?: string;
  readonly actions: readonly VoucherAction[];
  readonly version: number;
}

export interface ProgrammeSums {
  readonly grantedFen: number;
  readonly lockedFen: number;
  readonly usedFen: number;
  readonly settledFen: number;
  readonly leftFen: number;
}

export interface Programme extends VoucherTerms {
  readonly id: string;
  readonly budgetFen: number;
  readonly legalBasis: string;
  readonly sums: ProgrammeSums;
  readonly version: number;
}

export interface NewProgramme {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: VoucherKind;
  readonly budgetFen: number;
  readonly sharePercent: number;
  readonly capFen: number;
  readonly domains: readonly string[];
  readonly serviceCodes: readonly string[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly legalBasis: string;
}

/** What of a programme may change. */
export type Amendment = Pick<NewProgramme, 'nameZh' | 'nameEn' | 'budgetFen' | 'legalBasis'>;

export interface Grant {
  readonly enterpriseUscc: string;
  readonly amountFen: number;
  readonly note?: string;
}

export interface VoucherFilters {
  readonly status?: VoucherStatus;
  readonly programmeId?: string;
  readonly itemId?: string;
}

export const listVouchers = (filters: VoucherFilters, cursor?: string): Promise<Page<Voucher>> =>
  call('/vouchers', { query: { ...filters, limit: 20, cursor } });

/** What each step needs to be told: a quote, an invoice, or why. */
export const stepVoucher = ({ id, version }: Voucher, action: VoucherAction, body: object): Promise<Voucher> =>
  call(`/vouchers/${encodeURIComponent(id)}/${action}`, { method: 'POST', body, ifMatch: `"${version}"` });

export const listProgrammes = (cursor?: string): Promise<Page<Programme>> =>
  call('/voucher-programmes', { query: { limit: 20, cursor } });

export const createProgramme = (programme: NewProgramme, idempotencyKey: string): Promise<Programme> =>
  call('/voucher-programmes', { method: 'POST', body: programme, idempotencyKey });

export const amendProgramme = ({ id, version }: Programme, amendment: Amendment): Promise<Programme> =>
  call(`/voucher-programmes/${encodeURIComponent(id)}`, { method: 'PATCH', body: amendment, ifMatch: `"${version}"` });

export const grantVoucher = (programmeId: string, grant: Grant, idempotencyKey: string): Promise<Voucher> =>
  call(`/voucher-programmes/${encodeURIComponent(programmeId)}/vouchers`, {
    method: 'POST',
    body: grant,
    idempotencyKey,
  });

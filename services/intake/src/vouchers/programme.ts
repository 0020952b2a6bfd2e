import {
  isDate,
  isServiceDomain,
  shanghaiDate,
  shanghaiInstant,
  type Fen,
  type LocalizedText,
  type ServiceDomain,
} from '@nqi/kernel';
import { badDays, badMoney, paysNothing, unknownDomain } from './voucher.errors.js';

/** 创新券 pays for research and testing, 质量券 for what raises quality; the rules are one. */
export const VOUCHER_KINDS = ['innovation', 'quality'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];

export interface ProgrammeTerms {
  readonly name: LocalizedText;
  readonly kind: VoucherKind;
  readonly budgetFen: Fen;
  /** Of an order's price, in per cent, rounded down to the fen. */
  readonly sharePercent: number;
  /** What one voucher pays at most. */
  readonly capFen: Fen;
  /** It pays for every service of these domains, and for these services. */
  readonly domains: readonly ServiceDomain[];
  readonly serviceCodes: readonly string[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly legalBasis: string;
}

/** A budget out of which vouchers are granted (券政策). What it pays for never changes; name, budget and basis may. */
export interface Programme extends ProgrammeTerms {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
}

export type ProgrammeAmendment = Pick<ProgrammeTerms, 'name' | 'budgetFen' | 'legalBasis'>;

/** Throws `invalid`, with the field to blame. */
export function checkTerms({ firstDay, lastDay, capFen, budgetFen, domains, serviceCodes }: ProgrammeTerms): void {
  if (!isDate(firstDay)) throw badDays('/firstDay');
  if (!isDate(lastDay) || lastDay < firstDay) throw badDays('/lastDay');
  if (capFen > budgetFen) throw badMoney('/capFen');
  const unknown = domains.findIndex((domain) => !isServiceDomain(domain));
  if (unknown >= 0) throw unknownDomain(unknown);
  if (domains.length + serviceCodes.length === 0) throw paysNothing();
}

export const paysFor = (
  { domains, serviceCodes }: Pick<ProgrammeTerms, 'domains' | 'serviceCodes'>,
  service: { readonly code: string; readonly domain: ServiceDomain },
): boolean => domains.includes(service.domain) || serviceCodes.includes(service.code);

export const hasBegun = ({ firstDay }: Pick<ProgrammeTerms, 'firstDay'>, at: Date): boolean =>
  shanghaiDate(at) >= firstDay;

/** When its vouchers expire. */
export const endOf = ({ lastDay }: Pick<ProgrammeTerms, 'lastDay'>): Date => shanghaiInstant(lastDay, '24:00');

import { DOMAINS, type ServiceDomain } from '@nqi/kernel';
import { ChoiceField, IdField, IntegerField, PageQuery, TextField, TextListField } from '@nqi/platform';
import { STORABLE } from '../faults/storable.js';
import { VOUCHER_KINDS, type VoucherKind } from './programme.js';
import { VOUCHER_STATUSES, type VoucherStatus } from './voucher-state.js';

/** Ten thousand million yuan. */
const LARGEST_BUDGET_FEN = 1_000_000_000_000;
const DAY = /^\d{4}-\d\d-\d\d$/;

export class AmendmentBody {
  @TextField({ optional: true, max: 100, pattern: STORABLE })
  nameZh?: string;

  @TextField({ optional: true, max: 100, pattern: STORABLE })
  nameEn?: string;

  @IntegerField({ optional: true, min: 1, max: LARGEST_BUDGET_FEN, description: 'Not below what is committed' })
  budgetFen?: number;

  @TextField({ optional: true, max: 2_000, pattern: STORABLE })
  legalBasis?: string;
}

export class ProgrammeBody {
  @TextField({ max: 100, pattern: STORABLE })
  nameZh!: string;

  @TextField({ max: 100, pattern: STORABLE })
  nameEn!: string;

  @ChoiceField(VOUCHER_KINDS)
  kind!: VoucherKind;

  @IntegerField({ min: 1, max: LARGEST_BUDGET_FEN })
  budgetFen!: number;

  @IntegerField({ min: 1, max: 100, description: 'Of an order’s price, in per cent' })
  sharePercent!: number;

  @IntegerField({ min: 1, max: LARGEST_BUDGET_FEN, description: 'What one voucher pays at most' })
  capFen!: number;

  @TextListField({ optional: true, max: DOMAINS.length, description: `Of ${DOMAINS.join(', ')}` })
  domains?: ServiceDomain[];

  @TextListField({ optional: true, max: 100, maxLength: 20 })
  serviceCodes?: string[];

  @TextField({ max: 10, pattern: DAY })
  firstDay!: string;

  @TextField({ max: 10, pattern: DAY })
  lastDay!: string;

  @TextField({ max: 2_000, pattern: STORABLE })
  legalBasis!: string;
}

export class GrantBody {
  @TextField({ max: 18, pattern: /^[0-9A-Z]{18}$/ })
  enterpriseUscc!: string;

  @IntegerField({ min: 1, max: LARGEST_BUDGET_FEN })
  amountFen!: number;

  @TextField({ optional: true, max: 500, pattern: STORABLE })
  note?: string;
}

export class VouchersQuery extends PageQuery {
  @ChoiceField(VOUCHER_STATUSES, { optional: true })
  status?: VoucherStatus;

  @IdField({ optional: true })
  programmeId?: string;

  @IdField({ optional: true })
  itemId?: string;
}

export class LockBody {
  @IdField({ description: 'An accepted quote' })
  quoteId!: string;
}

export class ApplicationBody {
  /** Eight digits of a paper invoice, twenty of an electronic one. */
  @TextField({ max: 20, pattern: /^\d{8}(?:\d{12})?$/, example: '26372000000123456789' })
  invoiceNo!: string;
}

export class VoucherReasonBody {
  @TextField({ max: 500, pattern: STORABLE })
  reason!: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { EnterpriseView } from '../requests/request.views.js';
import { VOUCHER_KINDS } from './programme.js';
import { VOUCHER_STATUSES } from './voucher-state.js';

const DATE_TIME = { type: 'string', format: 'date-time' } as const;
const DATE = { type: 'string', format: 'date' } as const;
const FEN = { type: 'integer', description: 'Fen' } as const;

export class ProgrammeSumsView {
  @ApiProperty(FEN)
  grantedFen!: number;
  @ApiProperty(FEN)
  lockedFen!: number;
  @ApiProperty({ type: 'integer', description: 'Fen; also where settlement is applied for' })
  usedFen!: number;
  @ApiProperty(FEN)
  settledFen!: number;
  @ApiProperty({ type: 'integer', description: 'Fen; the five add up to the budget' })
  leftFen!: number;
}

/** What its vouchers pay for. */
export class VoucherTermsView {
  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;
  @ApiProperty({ enum: VOUCHER_KINDS })
  kind!: string;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100 })
  sharePercent!: number;
  @ApiProperty(FEN)
  capFen!: number;
  @ApiProperty({ type: [String] })
  domains!: readonly string[];
  @ApiProperty({ type: [String] })
  serviceCodes!: readonly string[];
  @ApiProperty(DATE)
  firstDay!: string;
  @ApiProperty(DATE)
  lastDay!: string;
}

export class ProgrammeView extends VoucherTermsView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty(FEN)
  budgetFen!: number;
  @ApiProperty()
  legalBasis!: string;
  @ApiProperty()
  createdBy!: string;
  @ApiProperty(DATE_TIME)
  createdAt!: Date;
  @ApiProperty({ type: ProgrammeSumsView })
  sums!: ProgrammeSumsView;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class ProgrammePageView {
  @ApiProperty({ type: [ProgrammeView] })
  items!: readonly ProgrammeView[];
  @ApiPropertyOptional()
  nextCursor?: string;
}

export class VoucherStepView {
  @ApiProperty(DATE_TIME)
  at!: Date;
  @ApiProperty()
  step!: string;
  @ApiPropertyOptional({ description: 'Staff only' })
  actor?: string;
  @ApiPropertyOptional()
  note?: string;
}

export class VoucherView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  programmeId!: string;
  @ApiProperty({ type: VoucherTermsView })
  programme!: VoucherTermsView;
  @ApiProperty({ type: EnterpriseView })
  enterprise!: EnterpriseView;
  @ApiProperty({ type: 'integer', description: 'Fen; what it pays at most' })
  faceFen!: number;
  @ApiPropertyOptional({ type: 'integer', description: 'Fen; what it pays of its order' })
  amountFen?: number;
  @ApiProperty({ enum: VOUCHER_STATUSES })
  status!: string;
  @ApiProperty(DATE_TIME)
  grantedAt!: Date;
  @ApiProperty(DATE_TIME)
  expiresAt!: Date;
  @ApiPropertyOptional({ format: 'uuid' })
  quoteId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  itemId?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  requestId?: string;
  @ApiPropertyOptional()
  requestNo?: string;
  @ApiPropertyOptional({ description: 'Who performs the order' })
  institutionName?: string;
  @ApiPropertyOptional()
  invoiceNo?: string;
  @ApiProperty({ type: [String], description: 'What the caller may do now' })
  actions!: readonly string[];
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiPropertyOptional({ type: [VoucherStepView], description: 'Single read only' })
  history?: readonly VoucherStepView[];
}

export class VoucherPageView {
  @ApiProperty({ type: [VoucherView] })
  items!: readonly VoucherView[];
  @ApiPropertyOptional()
  nextCursor?: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { EnterpriseView } from '../requests/request.views.js';
import { QUOTE_STATUSES } from './quote-state.js';

const DATE_TIME = { type: 'string', format: 'date-time' } as const;

export class QuoteLineView {
  @ApiProperty()
  what!: string;
  @ApiProperty({ type: 'integer' })
  quantity!: number;
  @ApiProperty({ type: 'integer', description: 'Of the whole line, in fen' })
  amountFen!: number;
}

export class QuoteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  requestId!: string;
  @ApiProperty()
  requestNo!: string;
  @ApiProperty({ format: 'uuid' })
  itemId!: string;
  @ApiProperty()
  serviceCode!: string;
  @ApiProperty({ type: LocalizedTextView })
  serviceName!: LocalizedTextView;
  @ApiProperty({ type: EnterpriseView })
  enterprise!: EnterpriseView;
  @ApiPropertyOptional()
  institutionName?: string;
  @ApiProperty({ type: [QuoteLineView] })
  lines!: readonly QuoteLineView[];
  @ApiProperty({ type: 'integer', description: 'Fen' })
  totalFen!: number;
  @ApiProperty({ type: 'string', format: 'date', description: 'The last day on which it holds' })
  validUntil!: string;
  @ApiPropertyOptional()
  remark?: string;
  @ApiProperty({ enum: QUOTE_STATUSES })
  status!: string;
  @ApiProperty(DATE_TIME)
  offeredAt!: Date;
  @ApiPropertyOptional({ description: 'Staff only' })
  offeredBy?: string;
  @ApiPropertyOptional(DATE_TIME)
  endedAt?: Date;
  @ApiPropertyOptional()
  reason?: string;
  @ApiProperty({ type: [String], enum: ['accept', 'decline', 'withdraw'], description: 'What the caller may do now' })
  actions!: readonly string[];
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class QuotePageView {
  @ApiProperty({ type: [QuoteView] })
  items!: readonly QuoteView[];
  @ApiPropertyOptional()
  nextCursor?: string;
  @ApiPropertyOptional({ description: 'Of one item only: the caller may quote for it now' })
  mayOffer?: boolean;
}

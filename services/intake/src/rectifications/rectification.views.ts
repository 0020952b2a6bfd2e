import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { EnterpriseView } from '../requests/request.views.js';
import { APPEAL_GROUNDS, CASE_CLOCKS, RECTIFICATION_CAUSES, RECTIFICATION_STATUSES } from './rectification-state.js';

const DATE_TIME = { type: 'string', format: 'date-time' } as const;

export class RectificationStepView {
  @ApiProperty(DATE_TIME)
  at!: Date;
  @ApiProperty()
  step!: string;
  @ApiPropertyOptional({ description: 'Staff only' })
  actor?: string;
  @ApiPropertyOptional({ description: 'To the enterprise only what is said to it' })
  note?: string;
  @ApiPropertyOptional({ enum: APPEAL_GROUNDS, description: 'Staff only' })
  ground?: string;
}

export class RectificationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  requestId!: string;
  @ApiProperty()
  requestNo!: string;
  @ApiProperty({ type: EnterpriseView })
  enterprise!: EnterpriseView;
  @ApiProperty()
  nodeCode!: string;
  @ApiPropertyOptional({ type: LocalizedTextView })
  nodeName?: LocalizedTextView;
  @ApiProperty({ enum: RECTIFICATION_CAUSES })
  cause!: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 2 })
  stars?: number;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5 })
  newStars?: number;
  @ApiProperty({ type: [String] })
  statements!: readonly string[];
  @ApiProperty({ enum: RECTIFICATION_STATUSES })
  status!: string;
  @ApiProperty(DATE_TIME)
  openedAt!: Date;
  @ApiProperty(DATE_TIME)
  callBackDueAt!: Date;
  @ApiProperty(DATE_TIME)
  rectifyDueAt!: Date;
  @ApiProperty({ description: 'The limit was extended; it can be only once' })
  extended!: boolean;
  @ApiProperty({ description: 'A clock that still runs has passed' })
  overdue!: boolean;
  @ApiPropertyOptional({ enum: CASE_CLOCKS })
  nextClock?: string;
  @ApiPropertyOptional(DATE_TIME)
  nextDueAt?: Date;
  @ApiPropertyOptional(DATE_TIME)
  endedAt?: Date;
  @ApiProperty({ type: [String], description: 'What the state allows now' })
  steps!: readonly string[];
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiPropertyOptional({ type: [RectificationStepView], description: 'Single read only' })
  history?: readonly RectificationStepView[];
}

export class RectificationPageView {
  @ApiProperty({ type: [RectificationView] })
  items!: readonly RectificationView[];
  @ApiPropertyOptional()
  nextCursor?: string;
}

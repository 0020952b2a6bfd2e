import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { ITEM_STATUSES, REQUEST_STATUSES } from '../requests/request-status.js';
import { PromiseView } from '../requests/request.views.js';

const DATE_TIME = { type: 'string', format: 'date-time' } as const;

export class TrackedItemView {
  @ApiProperty({ type: LocalizedTextView })
  serviceName!: LocalizedTextView;
  @ApiProperty({ enum: ITEM_STATUSES })
  status!: string;
  @ApiProperty({ ...DATE_TIME, required: false })
  completeDueAt?: Date;
}

/** What a receipt opens: how far it is, never whose it is or what stands in it. */
export class TrackedRequestView {
  @ApiProperty({ example: 'ZZ-JL-20261124-000123' })
  requestNo!: string;
  @ApiProperty({ enum: REQUEST_STATUSES })
  status!: string;
  @ApiProperty(DATE_TIME)
  filedAt!: Date;
  @ApiProperty({ ...DATE_TIME, required: false })
  completedAt?: Date;
  @ApiProperty({ type: PromiseView, required: false })
  promise?: PromiseView;
  @ApiProperty({ type: LocalizedTextView })
  nextStep!: LocalizedTextView;
  @ApiProperty({ type: [TrackedItemView] })
  items!: readonly TrackedItemView[];
}

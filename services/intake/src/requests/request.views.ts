import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DOMAINS } from '@nqi/kernel';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { ITEM_STATUSES, REQUEST_STATUSES } from './request-status.js';

const DATE_TIME = { type: 'string', format: 'date-time' } as const;
const MAY_BE_MISSING = { required: false } as const;

export class EnterpriseView {
  @ApiProperty()
  uscc!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ ...MAY_BE_MISSING, description: 'Staff typed the name of an enterprise that is not registered' })
  unverified?: boolean;
}

export class ContactView {
  @ApiProperty()
  name!: string;
  @ApiProperty({ description: 'Masked for everybody but the enterprise and the offices that handle the request' })
  phone!: string;
}

export class DeliverableView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: DOMAINS })
  domain!: string;
  @ApiProperty()
  number!: string;
  @ApiProperty()
  kind!: string;
  @ApiProperty({ type: LocalizedTextView })
  title!: LocalizedTextView;
  @ApiProperty()
  conclusion!: string;
  @ApiProperty(DATE_TIME)
  issuedAt!: Date;
  @ApiProperty({ ...MAY_BE_MISSING, type: 'string', format: 'date' })
  validUntil?: string;
}

export class AttachedMaterialView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty()
  kind!: string;
  @ApiProperty()
  fileName!: string;
  @ApiProperty()
  mediaType!: string;
  @ApiProperty(DATE_TIME)
  attachedAt!: Date;
  @ApiProperty({ description: 'Where its content is read' })
  content!: string;
}

export class RequestItemView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  serviceCode!: string;
  @ApiProperty({ type: LocalizedTextView })
  serviceName!: LocalizedTextView;
  @ApiProperty({ enum: DOMAINS })
  domain!: string;
  @ApiProperty({ enum: ITEM_STATUSES })
  status!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Single read only' })
  form?: Readonly<Record<string, unknown>>;
  @ApiProperty({ ...MAY_BE_MISSING, format: 'uuid' })
  ticketId?: string;
  @ApiProperty(MAY_BE_MISSING)
  ticketNo?: string;
  @ApiProperty(MAY_BE_MISSING)
  nodeCode?: string;
  @ApiProperty({ ...MAY_BE_MISSING, type: LocalizedTextView })
  nodeName?: LocalizedTextView;
  @ApiProperty(MAY_BE_MISSING)
  institutionId?: string;
  @ApiProperty(MAY_BE_MISSING)
  institutionName?: string;
  @ApiProperty({ ...MAY_BE_MISSING, ...DATE_TIME })
  acceptDueAt?: Date;
  @ApiProperty({ ...MAY_BE_MISSING, ...DATE_TIME })
  completeDueAt?: Date;
  @ApiProperty({ ...MAY_BE_MISSING, type: [String], description: 'Everything missing, while the item is returned' })
  returnedFor?: readonly string[];
  @ApiProperty({ type: [DeliverableView] })
  deliverables!: readonly DeliverableView[];
  @ApiPropertyOptional({ type: [AttachedMaterialView], description: 'Single read only' })
  materials?: readonly AttachedMaterialView[];
}

export class RatingView {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  stars!: number;
  @ApiProperty({ type: [String] })
  reasons!: readonly string[];
  @ApiProperty(DATE_TIME)
  ratedAt!: Date;
}

/** What the whole request was promised: for a package, the longest way through it. */
export class PromiseView {
  @ApiProperty({ type: 'integer' })
  workingDays!: number;
  @ApiProperty(DATE_TIME)
  dueAt!: Date;
  @ApiProperty({ description: 'Days whose holidays are not announced yet were counted by weekday' })
  estimated!: boolean;
}

export class RequestView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'ZZ-JL-20261124-000123' })
  requestNo!: string;
  @ApiProperty({
    ...MAY_BE_MISSING,
    description: 'For public tracking; single read, where the telephone number is shown',
  })
  trackingCode?: string;
  @ApiProperty({ enum: REQUEST_STATUSES })
  status!: string;
  @ApiProperty({ type: EnterpriseView })
  enterprise!: EnterpriseView;
  @ApiProperty()
  regionCode!: string;
  @ApiProperty(MAY_BE_MISSING)
  parkCode?: string;
  @ApiProperty()
  mode!: string;
  @ApiProperty()
  urgency!: string;
  @ApiProperty({ ...MAY_BE_MISSING, type: 'string', format: 'date' })
  wantedDate?: string;
  @ApiProperty(MAY_BE_MISSING)
  packageCode?: string;
  @ApiProperty({ ...MAY_BE_MISSING, type: PromiseView })
  promise?: PromiseView;
  @ApiProperty({ type: ContactView })
  contact!: ContactView;
  @ApiProperty(DATE_TIME)
  filedAt!: Date;
  @ApiProperty({ ...MAY_BE_MISSING, ...DATE_TIME })
  completedAt?: Date;
  @ApiProperty({ ...MAY_BE_MISSING, type: RatingView })
  rating?: RatingView;
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty({ type: [RequestItemView] })
  items!: readonly RequestItemView[];
}

export class RequestPageView {
  @ApiProperty({ type: [RequestView] })
  items!: readonly RequestView[];
  @ApiProperty(MAY_BE_MISSING)
  nextCursor?: string;
}

export class FiledItemView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  serviceCode!: string;
  @ApiProperty({ enum: ['READY', 'WAITING'] })
  status!: string;
}

export class FilingReceiptView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  requestNo!: string;
  @ApiProperty({ description: 'With the number it opens public tracking', example: '7K2M9QXW4TBA' })
  trackingCode!: string;
  @ApiProperty({ enum: ['SUBMITTED'] })
  status!: string;
  @ApiProperty({ type: [FiledItemView] })
  items!: readonly FiledItemView[];
}

export class TimelineEntryView {
  @ApiProperty(DATE_TIME)
  at!: Date;
  @ApiProperty()
  kind!: string;
  @ApiProperty({ ...MAY_BE_MISSING, format: 'uuid' })
  itemId?: string;
  @ApiProperty({ ...MAY_BE_MISSING, type: LocalizedTextView, description: "Name of the item's service" })
  serviceName?: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView })
  text!: LocalizedTextView;
}

export class TimelineView {
  @ApiProperty({ type: [TimelineEntryView] })
  items!: readonly TimelineEntryView[];
}

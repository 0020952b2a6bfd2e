import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, PageQuery, TextField, TextListField, type Attempt, type DeliveryState } from '@nqi/platform';
import { IsIn } from 'class-validator';
import { NEWS_TYPES, type NewsType } from './enterprise-news.js';

const STATES: DeliveryState[] = ['WAITING', 'DELIVERED', 'PARKED'];

export class NewWebhookBody {
  @TextField({
    max: 500,
    description: 'https; http to localhost in demonstration mode',
    example: 'https://erp.example.cn/nqi',
  })
  url!: string;

  @TextListField({ min: 1, max: NEWS_TYPES.length, description: `Of ${NEWS_TYPES.join(', ')}` })
  @IsIn(NEWS_TYPES, { each: true })
  events!: NewsType[];
}

export class WebhookView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  url!: string;

  @ApiProperty({ enum: NEWS_TYPES, isArray: true })
  events!: readonly NewsType[];

  @ApiProperty()
  madeBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  madeAt!: Date;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when messages bear the signature of the secret before, too',
  })
  previousUntil!: Date | null;

  @ApiProperty()
  version!: number;
}

export class WebhookListView {
  @ApiProperty({ type: WebhookView, isArray: true })
  items!: readonly WebhookView[];
}

export class MadeWebhookView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ required: false, description: 'Signs the messages (Standard Webhooks); told this once' })
  secret?: string;
}

export class SecretView {
  @ApiProperty({ description: 'Told this once' })
  secret!: string;
}

export class DeliveryIdView {
  @ApiProperty({ format: 'uuid' })
  deliveryId!: string;
}

export class DeliveriesQuery extends PageQuery {
  @ChoiceField(STATES, { optional: true })
  state?: DeliveryState;
}

export class DeliveryLineView {
  @ApiProperty({ format: 'uuid', description: 'The `webhook-id` of the message' })
  id!: string;

  @ApiProperty({ description: 'The request; deliveries of one request are sent in order' })
  lane!: string;

  @ApiProperty()
  type!: string;

  @ApiProperty({ enum: STATES })
  state!: DeliveryState;

  @ApiProperty()
  attempts!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  nextAttemptAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

export class DeliveryListView {
  @ApiProperty({ type: DeliveryLineView, isArray: true })
  items!: readonly DeliveryLineView[];

  @ApiProperty({ required: false })
  nextCursor?: string;
}

export class AttemptView {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;

  @ApiProperty()
  tookMs!: number;

  @ApiProperty({ required: false, description: 'Missing when nothing answered' })
  status?: number;

  @ApiProperty({ description: 'The beginning of the answer, or why there was none' })
  told!: string;
}

export class DeliveryView extends DeliveryLineView {
  @ApiProperty({ description: 'JSON as it is sent' })
  body!: string;

  @ApiProperty({ type: AttemptView, isArray: true })
  log!: readonly Attempt[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type LoggedDelivery } from '@nqi/platform';
import { HANDOVER_STATES, UPWARD_TYPES, type HandoverState } from './handover.js';
import { CHANNELS, type Channel, type ListedHandover, type LoggedWord } from './handovers.repository.js';
import {
  PROVINCE_STATUSES,
  WORD_OUTCOMES,
  type ProvinceStatus,
  type ProvinceWord,
  type WordOutcome,
} from './province-word.js';

export class HeardView {
  @ApiProperty({ enum: WORD_OUTCOMES })
  outcome!: WordOutcome;
}

export const UNCONNECTED_REASON = 'PROVINCE_NOT_CONNECTED';

export class ConnectionView {
  @ApiProperty()
  connected!: boolean;

  @ApiPropertyOptional({ enum: [UNCONNECTED_REASON], description: 'Why tickets wait at the province for people' })
  reason?: string;

  @ApiProperty({ description: 'Tickets at the province that its platform has yet to be handed' })
  waiting!: number;
}

export class HandoverView implements ListedHandover {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  ticketId!: string;

  @ApiProperty()
  ticketNo!: string;

  @ApiProperty()
  enterpriseName!: string;

  @ApiProperty({ description: "The ticket's when it was handed up" })
  version!: number;

  @ApiProperty({ enum: HANDOVER_STATES })
  state!: HandoverState;

  @ApiProperty()
  handedAt!: Date;

  @ApiProperty({ description: 'Messages about it that the province has not taken yet' })
  untold!: number;

  @ApiProperty({ description: 'Of the latest word that was followed; 0 before the first' })
  sequence!: number;

  @ApiPropertyOptional({ enum: PROVINCE_STATUSES })
  status?: ProvinceStatus;

  @ApiPropertyOptional({ description: 'Number of the case at the province' })
  reference?: string;

  @ApiPropertyOptional()
  heardAt?: Date;

  @ApiPropertyOptional()
  endedAt?: Date;
}

export class HandoverListView {
  @ApiProperty({ type: [HandoverView], description: 'The latest first' })
  items!: readonly HandoverView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

class WordView implements LoggedWord {
  @ApiProperty()
  messageId!: string;

  @ApiProperty({ enum: CHANNELS })
  channel!: Channel;

  @ApiProperty()
  sequence!: number;

  @ApiProperty({ enum: PROVINCE_STATUSES })
  status!: ProvinceStatus;

  @ApiProperty()
  heardAt!: Date;

  @ApiProperty({ enum: WORD_OUTCOMES })
  outcome!: WordOutcome;

  @ApiProperty({ type: 'object', additionalProperties: true })
  body!: ProvinceWord;
}

class MessageView implements Pick<LoggedDelivery, 'id' | 'type' | 'state' | 'attempts' | 'createdAt' | 'endedAt'> {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: UPWARD_TYPES })
  type!: string;

  @ApiProperty({ enum: ['WAITING', 'DELIVERED', 'PARKED'] })
  state!: LoggedDelivery['state'];

  @ApiProperty()
  attempts!: number;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

export class HandoverDetailView extends HandoverView {
  @ApiProperty({ type: [WordView], description: 'What the province said, oldest first' })
  words!: readonly LoggedWord[];

  @ApiProperty({ type: [MessageView], description: 'What the province was told of the ticket, oldest first' })
  messages!: readonly MessageView[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DOMAINS, type ServiceDomain } from '@nqi/kernel';
import { type SegmentCause } from '../clocks/ticket-clocks.js';
import { SLA_STATES, TICKET_STATUSES, type SlaState, type TicketStatus } from '../tickets/ticket-state.js';
import { TextView } from '../tickets/ticket.view.js';
import { NEXT_STEPS, type ClockReading, type NextStep, type NextStepCode, type Pause } from './progress.js';
import { MOST_URGES, type UrgeAllowance } from './urge.js';

export class PromiseView {
  @ApiProperty()
  acceptDueAt!: Date;

  @ApiProperty()
  completeDueAt!: Date;

  @ApiProperty({ description: 'Counted with days whose holidays are not announced yet' })
  estimated!: boolean;
}

/** Offices and institutions, never a person. */
export class HolderView {
  @ApiProperty({ example: 'WS-370481' })
  nodeCode!: string;

  @ApiProperty()
  nodeName!: TextView;

  @ApiPropertyOptional()
  institutionId?: string;

  @ApiPropertyOptional()
  institutionName?: string;
}

export class ClockReadingView implements ClockReading {
  @ApiProperty({ enum: SLA_STATES })
  sla!: SlaState;

  @ApiProperty({ description: 'Working minutes since routing that count' })
  usedMinutes!: number;

  @ApiProperty({ description: 'Working minutes that were promised' })
  limitMinutes!: number;

  @ApiProperty({ description: 'Working minutes that were paused' })
  pausedMinutes!: number;
}

export class PauseView implements Pause {
  @ApiProperty({ example: 'WAIT_SAMPLE' })
  cause!: SegmentCause;

  @ApiProperty()
  from!: Date;

  @ApiPropertyOptional({ description: 'Absent while it lasts' })
  until?: Date;

  @ApiPropertyOptional({ description: 'When it ends by itself, if it does' })
  endsBy?: Date;
}

export class NextStepView implements NextStep {
  @ApiProperty({ enum: NEXT_STEPS })
  code!: NextStepCode;

  @ApiProperty()
  text!: TextView;

  @ApiPropertyOptional()
  dueAt?: Date;
}

export class UrgeAllowanceView implements UrgeAllowance {
  @ApiProperty({ minimum: 0, maximum: MOST_URGES })
  made!: number;

  @ApiProperty({ minimum: 0, maximum: MOST_URGES })
  left!: number;

  @ApiPropertyOptional()
  lastAt?: Date;

  @ApiPropertyOptional({ description: 'From when on the next is heard; absent when none is left' })
  nextFrom?: Date;
}

/** How far one item has come, in what its applicant may know. */
export class ProgressView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({ format: 'uuid' })
  ticketId!: string;

  @ApiProperty()
  ticketNo!: string;

  @ApiProperty()
  serviceCode!: string;

  @ApiProperty()
  serviceName!: TextView;

  @ApiProperty({ enum: DOMAINS })
  domain!: ServiceDomain;

  @ApiProperty({ enum: TICKET_STATUSES })
  status!: TicketStatus;

  @ApiProperty()
  promise!: PromiseView;

  @ApiProperty()
  holder!: HolderView;

  @ApiProperty()
  clock!: ClockReadingView;

  @ApiProperty({ type: [PauseView], description: 'Oldest first' })
  pauses!: readonly PauseView[];

  @ApiProperty({ description: 'Why it went there, in plain words' })
  sentence!: TextView;

  @ApiProperty()
  nextStep!: NextStepView;

  @ApiProperty()
  urges!: UrgeAllowanceView;
}

export class ProgressListView {
  @ApiProperty({ type: [ProgressView] })
  items!: readonly ProgressView[];
}

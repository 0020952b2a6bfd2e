import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  LADDER_CLOCKS,
  RUNG_ACTS,
  RUNG_AUDIENCES,
  RUNG_OUTCOMES,
  STAYING_REASONS,
  type Escalation,
  type LadderClock,
  type RungAct,
  type RungAudience,
  type RungOutcome,
} from '../clocks/escalation-ladder.js';
import { LIMITED } from '../clocks/service-level.js';
import { type ClockSegment, type ClockUsage } from '../clocks/ticket-clocks.js';
import { type ClockReading, type ClockState, type TicketStanding } from './ticket-standing.js';
import { TICKET_STATUSES, type TicketStatus } from './ticket-state.js';
import { type Timer } from './ticket-timing.js';

export class EscalationView implements Escalation {
  @ApiProperty({ enum: LADDER_CLOCKS })
  clock!: LadderClock;

  @ApiProperty({ example: 'overdue-1' })
  rung!: string;

  @ApiProperty()
  at!: Date;

  @ApiProperty({ enum: RUNG_AUDIENCES })
  audience!: RungAudience;

  @ApiProperty({ enum: RUNG_ACTS })
  act!: RungAct;

  @ApiProperty({ enum: RUNG_OUTCOMES })
  outcome!: RungOutcome;

  @ApiPropertyOptional({ enum: STAYING_REASONS, description: 'Only when it stayed' })
  stayedFor?: Escalation['stayedFor'];

  @ApiPropertyOptional({ description: 'Office it was moved to' })
  toNodeCode?: string;

  @ApiPropertyOptional({ description: 'Segment that began the return, choice or stage it is about' })
  occasion?: number;
}

export class ClockUsageView implements ClockUsage {
  @ApiProperty({ description: 'Working minutes that count' })
  usedMinutes!: number;

  @ApiProperty({ description: 'Working minutes that were paused' })
  pausedMinutes!: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  pausedShare!: number;
}

class NextTimerView implements Required<Timer> {
  @ApiProperty({ enum: [...LADDER_CLOCKS, 'pause'] })
  clock!: Timer['clock'];

  @ApiProperty({ description: 'Code of a rung, or of the pause that ends' })
  kind!: string;

  @ApiProperty()
  dueAt!: Date;
}

/** A clock of a ticket: a promise, an answer, the institution's part, or a status it was in. */
export class ClockView extends ClockUsageView implements ClockReading {
  @ApiProperty({ enum: [...LIMITED, 'stage'] })
  name!: ClockReading['name'];

  @ApiPropertyOptional({ enum: TICKET_STATUSES, description: 'Only of a stage' })
  stage?: TicketStatus;

  @ApiProperty({ enum: ['waiting', 'running', 'paused', 'stopped'] })
  state!: ClockState;

  @ApiPropertyOptional()
  startedAt?: Date;

  @ApiPropertyOptional()
  stoppedAt?: Date;

  @ApiPropertyOptional({ description: 'Absent before the clock starts, and where nothing is promised' })
  dueAt?: Date;

  @ApiPropertyOptional({ description: 'Counted with days whose holidays are not announced yet' })
  estimated?: boolean;
}

/** A stretch of the ticket's time, until the next one begins. */
export class SegmentView implements ClockSegment {
  @ApiProperty({ enum: ['running', 'paused', 'stopped'] })
  state!: ClockSegment['state'];

  @ApiProperty({ example: 'WAIT_SAMPLE' })
  cause!: ClockSegment['cause'];

  @ApiProperty()
  actor!: string;

  @ApiProperty()
  from!: Date;

  @ApiPropertyOptional({ enum: TICKET_STATUSES })
  stage?: string;

  @ApiPropertyOptional({ description: 'Office that holds the ticket' })
  office?: string;
}

/** How a ticket stands: what climbed, what was used, what comes next. */
export class TicketStandingView implements TicketStanding {
  @ApiProperty({ type: ClockUsageView })
  clocks!: ClockUsage;

  @ApiPropertyOptional({ type: NextTimerView })
  nextTimer?: NextTimerView;

  @ApiPropertyOptional({
    description:
      'RETURNED, RETURN_UNANSWERED, CLIENT_CHOICE, a pause reason, WITH_PROVINCE, PROVINCE_NOT_CONNECTED, or LADDER_CLIMBED',
  })
  standsFor?: string;
}

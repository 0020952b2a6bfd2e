import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Escalation, type RungAct, type RungAudience, type RungOutcome } from '../clocks/escalation-ladder.js';
import { CLOCKS, type ClockName } from '../clocks/service-level.js';
import { type ClockUsage } from '../clocks/ticket-clocks.js';
import { type TicketStanding } from './ticket-standing.js';
import { type Timer } from './ticket-timing.js';

export class EscalationView implements Escalation {
  @ApiProperty({ enum: CLOCKS })
  clock!: ClockName;

  @ApiProperty({ example: 'overdue-1' })
  rung!: string;

  @ApiProperty()
  at!: Date;

  @ApiProperty({ enum: ['holder', 'node-lead', 'parent-lead', 'hub'] })
  audience!: RungAudience;

  @ApiProperty({ enum: ['notify', 'raise-priority', 'lift-to-parent', 'lift-to-hub', 'lift-to-province'] })
  act!: RungAct;

  @ApiProperty({ enum: ['NOTIFIED', 'RAISED', 'LIFTED', 'STAYED'] })
  outcome!: RungOutcome;

  @ApiPropertyOptional({ enum: ['WORK_UNDER_WAY', 'NO_OFFICE_ABOVE'], description: 'Only when it stayed' })
  stayedFor?: Escalation['stayedFor'];

  @ApiPropertyOptional({ description: 'Office it was lifted to' })
  toNodeCode?: string;
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
  @ApiProperty({ enum: [...CLOCKS, 'pause'] })
  clock!: Timer['clock'];

  @ApiProperty({ description: 'Code of a rung, or of the pause that ends' })
  kind!: string;

  @ApiProperty()
  dueAt!: Date;
}

/** How a ticket stands: what climbed, what was used, what comes next. */
export class TicketStandingView implements TicketStanding {
  @ApiProperty({ type: ClockUsageView })
  clocks!: ClockUsage;

  @ApiPropertyOptional({ type: NextTimerView })
  nextTimer?: NextTimerView;

  @ApiPropertyOptional({ description: 'RETURNED, a pause reason, or LADDER_CLIMBED: why nothing happens by itself' })
  standsFor?: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, TextField, type Attempt, type DeliveryState } from '@nqi/platform';
import { DATE, ShareBody } from '../figures/insight.dto.js';
import { OFFICE_LEVELS, type DailyFigures, type DailyRow, type OfficeLevel } from './daily-report.js';
import { type SentReport } from './province-reports.repository.js';

export class ReportsFilter extends PageQuery {
  @TextField({
    optional: true,
    pattern: /^\d{6}$/,
    message: 'a code like 370400',
    description: 'GB/T 2260 code of a city',
  })
  city?: string;

  @TextField({ optional: true, pattern: DATE, message: 'a date like 2026-11-24' })
  day?: string;
}

class DailyRowBody implements DailyRow {
  @ApiProperty()
  serviceCode!: string;

  @ApiProperty({ enum: OFFICE_LEVELS, description: 'Of the office that holds the ticket, or held it last' })
  level!: OfficeLevel;

  @ApiProperty({ type: 'integer', description: 'Tickets of requests filed on the day' })
  filed!: number;

  @ApiProperty({ type: 'integer', description: 'Accepted on the day, whenever filed' })
  accepted!: number;

  @ApiProperty({ type: 'integer' })
  resolved!: number;

  @ApiProperty({ type: 'integer' })
  cancelled!: number;

  @ApiProperty({ type: 'integer', description: 'Not accepted at the end of the day' })
  waiting!: number;

  @ApiProperty({ type: 'integer', description: 'Accepted and not ended at the end of the day' })
  working!: number;
}

class SatisfactionBody {
  @ApiProperty({ type: 'integer', description: 'Of the requests completed on the day' })
  rated!: number;

  @ApiProperty({ required: false, minimum: 1, maximum: 5 })
  averageStars?: number;
}

class DailyFiguresBody implements DailyFigures {
  @ApiProperty({ type: [DailyRowBody] })
  rows!: readonly DailyRow[];

  @ApiProperty({ type: ShareBody })
  acceptedOnTime!: ShareBody;

  @ApiProperty({ type: ShareBody })
  resolvedOnTime!: ShareBody;

  @ApiProperty({ type: SatisfactionBody })
  satisfaction!: SatisfactionBody;
}

export class ReportView implements SentReport {
  @ApiProperty({ format: 'uuid', description: 'The `webhook-id` of its message' })
  id!: string;

  @ApiProperty({ example: '370400' })
  city!: string;

  @ApiProperty({ example: '2026-11-24' })
  day!: string;

  @ApiProperty({ type: 'integer', description: 'From the second on it corrects the one before' })
  version!: number;

  @ApiProperty({ type: DailyFiguresBody })
  figures!: DailyFigures;

  @ApiProperty()
  madeAt!: Date;

  @ApiProperty({ enum: ['WAITING', 'DELIVERED', 'PARKED'] })
  delivery!: DeliveryState;

  @ApiProperty({ type: 'integer' })
  attempts!: number;

  @ApiProperty({ required: false })
  deliveredAt?: Date;
}

export class ReportListView {
  @ApiProperty({ type: [ReportView], description: 'The latest made first' })
  items!: readonly SentReport[];

  @ApiProperty({ required: false })
  nextCursor?: string;
}

class AttemptBody implements Attempt {
  @ApiProperty()
  at!: Date;

  @ApiProperty({ type: 'integer' })
  tookMs!: number;

  @ApiProperty({ type: 'integer', required: false, description: 'Missing when nothing answered' })
  status?: number;

  @ApiProperty({ description: 'The beginning of the answer, or why there was none' })
  told!: string;
}

export class ReportDetailView extends ReportView {
  @ApiProperty({ type: [AttemptBody] })
  log!: readonly Attempt[];
}

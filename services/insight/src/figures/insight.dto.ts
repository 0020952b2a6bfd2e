import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { DOMAINS } from '@nqi/kernel';
import { ChoiceField, TextField } from '@nqi/platform';
import { DIMENSIONS, type Dimension } from './figures.js';

export const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class OverviewFilter {
  @TextField({
    optional: true,
    pattern: DATE,
    message: 'a date like 2026-11-24',
    description: 'First day of filing; 30 days up to `to` unless said',
  })
  from?: string;

  @TextField({
    optional: true,
    pattern: DATE,
    message: 'a date like 2026-11-24',
    description: 'Last day of filing; today unless said',
  })
  to?: string;

  @TextField({ max: 40, optional: true, description: 'An office; all below it count with it' })
  node?: string;

  @ChoiceField(DOMAINS, { optional: true })
  domain?: string;
}

export class SlaFilter extends OverviewFilter {
  @ChoiceField(DIMENSIONS, { optional: true, description: 'Default node' })
  groupBy?: Dimension;
}

class NameBody {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

export class ShareBody {
  @ApiProperty({ required: false, minimum: 0, maximum: 1, description: 'Missing when n is 0' })
  rate?: number;

  @ApiProperty({ type: 'integer' })
  n!: number;
}

export class FiguresBody {
  @ApiProperty({ type: 'integer', description: 'Tickets whose request was filed in the period' })
  filed!: number;

  @ApiProperty({ type: 'integer', description: 'Of these, neither resolved nor cancelled' })
  open!: number;

  @ApiProperty({ type: 'integer' })
  accepted!: number;

  @ApiProperty({ type: 'integer' })
  resolved!: number;

  @ApiProperty({ type: 'integer' })
  cancelled!: number;

  @ApiProperty({ type: 'integer', description: 'Open now and past a due time' })
  overdueOpen!: number;

  @ApiProperty({ type: ShareBody, description: 'Accepted within the limit of (accepted + overdue and still waiting)' })
  acceptedOnTime!: ShareBody;

  @ApiProperty({ type: ShareBody, description: 'Resolved within the limit of (resolved + overdue and still open)' })
  resolvedOnTime!: ShareBody;

  @ApiProperty({ type: 'integer', required: false, description: 'Working minutes from routing to acceptance' })
  medianAcceptMinutes?: number;

  @ApiProperty({ type: 'integer', required: false })
  p90AcceptMinutes?: number;

  @ApiProperty({ type: 'integer', required: false, description: 'Working minutes from routing to the result' })
  medianMinutes?: number;

  @ApiProperty({ type: 'integer', required: false })
  p90Minutes?: number;

  @ApiProperty({ type: 'integer' })
  transfers!: number;

  @ApiProperty({ type: 'integer', description: 'Returns for correction' })
  returns!: number;

  @ApiProperty({ type: 'integer', description: 'Limits missed, of either clock' })
  breaches!: number;
}

export class NodeFiguresBody extends FiguresBody {
  @ApiProperty({ example: 'WS-370481', description: 'Office that holds the ticket, or held it last' })
  nodeCode!: string;

  @ApiProperty({ type: NameBody, required: false })
  nodeName?: NameBody;
}

export class DomainFiguresBody extends FiguresBody {
  @ApiProperty({ enum: DOMAINS })
  domain!: string;
}

export class DayFiguresBody extends FiguresBody {
  @ApiProperty({ format: 'date' })
  day!: string;
}

class RequestFiguresBody {
  @ApiProperty({ type: 'integer' })
  filed!: number;

  @ApiProperty({ type: 'integer' })
  open!: number;

  @ApiProperty({ type: 'integer' })
  completed!: number;

  @ApiProperty({ type: 'integer' })
  cancelled!: number;

  @ApiProperty({ type: 'integer' })
  rated!: number;

  @ApiProperty({ required: false, minimum: 1, maximum: 5 })
  averageStars?: number;
}

class PeriodBody {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Time of the newest event counted' })
  asOf?: Date;
}

export class OverviewBody extends PeriodBody {
  @ApiProperty({ type: FiguresBody })
  totals!: FiguresBody;

  @ApiProperty({ type: NodeFiguresBody, isArray: true })
  nodes!: readonly NodeFiguresBody[];

  @ApiProperty({ type: DomainFiguresBody, isArray: true })
  domains!: readonly DomainFiguresBody[];

  @ApiProperty({ type: RequestFiguresBody })
  requests!: RequestFiguresBody;
}

export const SLA_ROWS = [NodeFiguresBody, DomainFiguresBody, DayFiguresBody];

export class SlaBody extends PeriodBody {
  @ApiProperty({ enum: DIMENSIONS })
  groupBy!: Dimension;

  @ApiProperty({ type: 'array', items: { oneOf: SLA_ROWS.map((row) => ({ $ref: getSchemaPath(row) })) } })
  items!: readonly FiguresBody[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MeasuringRange } from '@nqi/kernel';
import type { ScopeRow, Uncertainty } from './capability-scope.js';

const RANGE = {
  type: 'object',
  properties: { low: { type: 'number' }, high: { type: 'number' }, unit: { type: 'string' } },
} as const;
const UNCERTAINTY = {
  type: 'object',
  properties: { value: { type: 'number' }, unit: { type: 'string' }, k: { type: 'number' } },
} as const;

export class ScopeRowView implements ScopeRow {
  @ApiProperty({ example: 'CI033' })
  object!: string;

  @ApiPropertyOptional(RANGE)
  range?: MeasuringRange;

  @ApiPropertyOptional(UNCERTAINTY)
  uncertainty?: Uncertainty;

  @ApiPropertyOptional()
  parameter?: string;

  @ApiPropertyOptional({ example: 'GB/T 228.1-2021' })
  method?: string;

  @ApiPropertyOptional({ type: [String], description: 'Editions that replaced the method, where it is superseded' })
  methodReplacedBy?: readonly string[];

  @ApiProperty({ description: 'A value made up for the demonstration' })
  demo!: boolean;
}

export class ScopeView {
  @ApiProperty({ example: 'ORG039' })
  institutionId!: string;

  @ApiProperty({ example: 'MET-003' })
  serviceCode!: string;

  @ApiProperty({ type: [ScopeRowView], description: 'None: what the service covers is not limited' })
  rows!: readonly ScopeRowView[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SIMULATION_STATUSES, type Sample, type SimulationJob, type SimulationStatus } from './simulation-job.js';
import { type Move, type SideReport, type SimulationReport } from './simulation.js';

const OBJECT = { type: 'object', additionalProperties: true } as const;
const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

class SideReportView implements SideReport {
  @ApiProperty()
  ruleSet!: string;

  @ApiProperty({ description: 'Requests with an institution' })
  placed!: number;

  @ApiProperty({ description: '0: all institutions get as many, towards 1: one gets all' })
  loadGini!: number;

  @ApiProperty({ description: 'Forecast to end after their limit' })
  predictedBreaches!: number;

  @ApiPropertyOptional({ description: 'From office to institution' })
  meanKilometres?: number;
}

class SimulationReportView implements SimulationReport {
  @ApiProperty()
  requests!: number;

  @ApiProperty({ description: 'No office takes them' })
  refused!: number;

  @ApiProperty({ description: 'Would go to another office or institution' })
  moved!: number;

  @ApiProperty(COUNTS)
  movedByReason!: Readonly<Record<string, number>>;

  @ApiProperty({ ...OBJECT, isArray: true, description: '{serviceCode, regionCode, from, to, reason}' })
  examples!: readonly Move[];

  @ApiProperty({ type: SideReportView })
  baseline!: SideReport;

  @ApiProperty({ type: SideReportView })
  draft!: SideReport;
}

export class SimulationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: SIMULATION_STATUSES })
  status!: SimulationStatus;

  @ApiProperty({ description: 'Version in force when it was asked for' })
  baseline!: string;

  @ApiProperty({ description: 'Version compared with it, `inline` for one that is stored nowhere' })
  draft!: string;

  @ApiProperty(OBJECT)
  sample!: Sample;

  @ApiProperty()
  requestedBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiPropertyOptional({ type: SimulationReportView })
  report?: SimulationReport;

  @ApiPropertyOptional({ description: 'Why a failed one failed' })
  failure?: string;
}

export class SimulationListView {
  @ApiProperty({ type: [SimulationView], description: 'Newest first' })
  items!: readonly SimulationView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function simulationView({ question, attempts: _attempts, ...job }: SimulationJob): SimulationView {
  const { createdAt, finishedAt, ...facts } = job;
  return {
    ...facts,
    baseline: question.baseline.version,
    draft: question.draft.version,
    sample: question.sample,
    createdAt: createdAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}

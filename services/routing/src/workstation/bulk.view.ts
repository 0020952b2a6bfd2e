import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { toProblem, type Language, type Problem } from '@nqi/platform';
import { type RowOutcome } from './bulk-tickets.handler.js';

class RowProblemView implements Problem {
  @ApiProperty({ description: 'Stable code', example: 'TICKET.LEASED' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'HTTP status that the same step on one ticket answers' })
  status!: number;

  @ApiProperty()
  detail!: string;

  @ApiPropertyOptional({ type: 'array', items: { type: 'object' } })
  errors?: Problem['errors'];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  details?: Record<string, unknown>;
}

class RowView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  ok!: boolean;

  @ApiPropertyOptional({ description: "The ticket's version now; only when ok" })
  version?: number;

  @ApiPropertyOptional({ description: 'Only when not ok' })
  problem?: RowProblemView;
}

export class BulkView {
  @ApiProperty({ type: [RowView], description: 'In the order asked' })
  results!: RowView[];
}

export function bulkView(outcomes: readonly RowOutcome[], language: Language): BulkView {
  return { results: outcomes.map((outcome) => rowView(outcome, language)) };
}

function rowView(outcome: RowOutcome, language: Language): RowView {
  if ('version' in outcome) return { id: outcome.id, ok: true, version: outcome.version };
  const problem = toProblem(outcome.error, language);
  const errors = problem.errors?.map((fault) => ({ ...fault, pointer: `/body${fault.pointer}` }));
  return { id: outcome.id, ok: false, problem: { ...problem, ...(errors && { errors }) } };
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Difference } from './rule-set-diff.js';
import { RULE_SET_STATUSES, type RuleSetStatus, type StoredRuleSet } from './stored-rule-set.js';

export class RuleSetView {
  @ApiProperty({ example: '2026.1' })
  version!: string;

  @ApiProperty({ enum: RULE_SET_STATUSES })
  status!: RuleSetStatus;

  @ApiProperty({ description: 'Decisions are made by it at this moment' })
  inForce!: boolean;

  @ApiPropertyOptional({ description: 'The version it was copied from' })
  basedOn?: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Weights, scores, patterns' })
  content!: object;

  @ApiProperty()
  draftedBy!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiPropertyOptional({ description: 'User id' })
  proposedBy?: string;

  @ApiPropertyOptional({ description: 'User id; never the one who proposed it' })
  approvedBy?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  effectiveFrom?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  publishedAt?: string;

  @ApiProperty({ description: 'Version of this record (its ETag)' })
  rowVersion!: number;
}

export class RuleSetPage {
  @ApiProperty({ type: RuleSetView, isArray: true })
  items!: RuleSetView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class DifferenceView implements Difference {
  @ApiProperty({ description: 'RFC 6901', example: '/weights/distance' })
  pointer!: string;

  @ApiPropertyOptional({ type: Object, description: 'Absent where the first one has nothing' })
  before?: unknown;

  @ApiPropertyOptional({ type: Object, description: 'Absent where the second one has nothing' })
  after?: unknown;
}

export class RuleSetDiffView {
  @ApiProperty({ type: DifferenceView, isArray: true })
  differences!: Difference[];
}

export function ruleSetView(ruleSet: StoredRuleSet, inForce: string): RuleSetView {
  const { createdAt, effectiveFrom, publishedAt, ...facts } = ruleSet;
  return {
    ...facts,
    inForce: ruleSet.version === inForce,
    createdAt: createdAt.toISOString(),
    ...(effectiveFrom && { effectiveFrom: effectiveFrom.toISOString() }),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
  };
}

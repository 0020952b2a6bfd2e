import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Difference } from './json-diff.js';
import { PUBLICATION_STATUSES, type Publication, type PublicationStatus } from './publication.js';

export class PublicationView {
  @ApiProperty({ example: '2026.1' })
  version!: string;

  @ApiProperty({ enum: PUBLICATION_STATUSES })
  status!: PublicationStatus;

  @ApiProperty({ description: 'Things are done by it at this moment' })
  inForce!: boolean;

  @ApiPropertyOptional({ description: 'The version it was copied from' })
  basedOn?: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The policy itself' })
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

export class PublicationPage {
  @ApiProperty({ type: PublicationView, isArray: true })
  items!: PublicationView[];

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

export class PublicationDiffView {
  @ApiProperty({ type: DifferenceView, isArray: true })
  differences!: Difference[];
}

export function publicationView(publication: Publication<object>, inForce: string | undefined): PublicationView {
  const { createdAt, effectiveFrom, publishedAt, ...facts } = publication;
  return {
    ...facts,
    inForce: publication.version === inForce,
    createdAt: createdAt.toISOString(),
    ...(effectiveFrom && { effectiveFrom: effectiveFrom.toISOString() }),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
  };
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PUBLICATION_STATUSES, type Difference, type Publication, type PublicationStatus } from '@nqi/kernel';
import { type PublicationRecord } from './publication.repository.js';

/** A publication as a list shows it: without what it says. */
export class PublicationRecordView {
  @ApiProperty({ example: '2026.1' })
  version!: string;

  @ApiProperty({ enum: PUBLICATION_STATUSES })
  status!: PublicationStatus;

  @ApiProperty({ description: 'Things are done by it at this moment' })
  inForce!: boolean;

  @ApiPropertyOptional({ description: 'The version it was copied from' })
  basedOn?: string;

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

export class PublicationView extends PublicationRecordView {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The policy itself' })
  content!: object;
}

export class PublicationPage {
  @ApiProperty({ type: PublicationRecordView, isArray: true })
  items!: PublicationRecordView[];

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
  const { content, ...record } = publication;
  return { ...recordView(record, inForce), content };
}

export function recordView(record: PublicationRecord, inForce: string | undefined): PublicationRecordView {
  const { createdAt, effectiveFrom, publishedAt, ...facts } = record;
  return {
    ...facts,
    inForce: record.version === inForce,
    createdAt: createdAt.toISOString(),
    ...(effectiveFrom && { effectiveFrom: effectiveFrom.toISOString() }),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
  };
}

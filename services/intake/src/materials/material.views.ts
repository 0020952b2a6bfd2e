import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MATERIAL_KINDS } from './material.js';

const DATE = { type: 'string', format: 'date' } as const;
const DATE_TIME = { type: 'string', format: 'date-time' } as const;

export class DeliverableRefView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  domain!: string;
}

export class MaterialView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty({ enum: MATERIAL_KINDS })
  kind!: string;
  @ApiProperty()
  fileName!: string;
  @ApiProperty()
  mediaType!: string;
  @ApiPropertyOptional({ type: 'integer', description: 'Bytes; missing for a deliverable' })
  size?: number;
  @ApiPropertyOptional()
  sha256?: string;
  @ApiPropertyOptional({ description: 'False where no scanner is installed' })
  scanned?: boolean;
  @ApiPropertyOptional({ type: DeliverableRefView })
  deliverable?: DeliverableRefView;
  @ApiPropertyOptional({ description: "Where a deliverable's document is read" })
  document?: string;
  @ApiPropertyOptional(DATE)
  validFrom?: string;
  @ApiPropertyOptional(DATE)
  validUntil?: string;
  @ApiPropertyOptional({
    enum: ['RETIRED', 'NOT_YET_VALID', 'EXPIRED'],
    description: 'Why it cannot be attached today',
  })
  unfit?: string;
  @ApiProperty()
  addedBy!: string;
  @ApiProperty(DATE_TIME)
  addedAt!: Date;
  @ApiPropertyOptional(DATE_TIME)
  retiredAt?: Date;
  @ApiProperty({ type: 'integer', description: 'What the ETag carries' })
  revision!: number;
}

export class MaterialPageView {
  @ApiProperty({ type: [MaterialView] })
  items!: readonly MaterialView[];
  @ApiPropertyOptional()
  nextCursor?: string;
  @ApiProperty({ type: 'integer' })
  usedBytes!: number;
  @ApiProperty({ type: 'integer' })
  mostBytes!: number;
}

export class MaterialAddressView {
  @ApiProperty({ description: 'Opens the file without a token, to whoever holds it' })
  address!: string;
  @ApiProperty(DATE_TIME)
  expiresAt!: Date;
}

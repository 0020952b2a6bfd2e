import { ApiProperty } from '@nestjs/swagger';
import { FreeObjectField, TextField } from '@nqi/platform';
import { STORABLE } from '../faults/storable.js';

export class DraftBody {
  @TextField({ max: 100, pattern: STORABLE, description: 'What its owner knows it by' })
  title!: string;

  @FreeObjectField({ description: 'Whatever was typed so far, at most 64 KiB' })
  content!: Record<string, unknown>;
}

export class DraftHeadView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty({ type: 'string', format: 'date-time' })
  updatedAt!: Date;
  @ApiProperty({ type: 'string', format: 'date-time', description: 'Thrown away then, unless changed before' })
  expiresAt!: Date;
}

export class DraftView extends DraftHeadView {
  @ApiProperty({ type: 'object', additionalProperties: true })
  content!: Readonly<Record<string, unknown>>;
}

export class DraftListView {
  @ApiProperty({ type: [DraftHeadView], description: 'At most 20, newest first' })
  items!: readonly DraftHeadView[];
}

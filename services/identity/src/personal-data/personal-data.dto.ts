import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '@nqi/platform';
import type { ErasureStatus, ExportStatus } from './personal-data-case.js';

export class ExportAskedBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class ExportBody extends ExportAskedBody {
  @ApiProperty({ enum: ['GATHERING', 'READY', 'DOWNLOADED', 'EXPIRED'] })
  status!: ExportStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Until then it can be fetched' })
  expiresAt?: Date;

  @ApiProperty({ type: String, isArray: true, description: 'Services that have not answered yet' })
  waitingFor!: readonly string[];
}

export class ExportListBody {
  @ApiProperty({ type: ExportBody, isArray: true })
  items!: readonly ExportBody[];
}

export class PersonalDataBody {
  @ApiProperty({ type: String, format: 'date-time' })
  exportedAt!: Date;

  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: {} }, description: 'By service' })
  services!: Readonly<Record<string, readonly unknown[]>>;
}

export class EraseBody {
  @TextField({ max: 64, description: 'The caller’s own user name' })
  confirm!: string;
}

export class ErasureAskedBody {
  @ApiProperty({ description: 'Asks how far it is; told this once' })
  receipt!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When the services are told' })
  dueAt!: Date;
}

export class ReceiptBody {
  @TextField({ max: 100 })
  receipt!: string;
}

class RuleBody {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

class ErasedPlaceBody {
  @ApiProperty()
  service!: string;

  @ApiProperty({ type: RuleBody })
  what!: RuleBody;

  @ApiProperty()
  removed!: number;

  @ApiProperty({ description: 'Stay under a pseudonym' })
  replaced!: number;

  @ApiProperty()
  kept!: number;

  @ApiProperty({ type: RuleBody, required: false, description: 'Why they are kept' })
  rule?: RuleBody;
}

export class ErasureStandingBody {
  @ApiProperty({ enum: ['WAITING', 'ERASING', 'DONE'] })
  status!: ErasureStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', required: false })
  doneAt?: Date;

  @ApiProperty({ type: ErasedPlaceBody, isArray: true })
  outcome!: readonly ErasedPlaceBody[];
}

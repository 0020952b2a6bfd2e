import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { TABLE_ENCODINGS, type TableEncoding } from './table-file.js';

export const ROW_VERDICTS = ['VALID', 'WRONG', 'FILED', 'FILED_BEFORE'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

export class CellFaultView {
  @ApiProperty({ description: 'As the file names it; empty when the whole row is to blame' })
  column!: string;
  @ApiProperty({ type: LocalizedTextView })
  detail!: LocalizedTextView;
}

export class BatchRowView {
  @ApiProperty({ type: 'integer', description: 'As a spreadsheet counts: the header is row 1' })
  row!: number;
  @ApiProperty({ enum: ROW_VERDICTS })
  verdict!: RowVerdict;
  @ApiProperty({ format: 'uuid', required: false })
  requestId?: string;
  @ApiProperty({ required: false })
  requestNo?: string;
  @ApiProperty({ required: false })
  trackingCode?: string;
  @ApiProperty({ type: [CellFaultView], required: false })
  faults?: readonly CellFaultView[];
}

export class BatchView {
  @ApiProperty({ description: 'SHA-256 of the file; the same file is never filed twice' })
  fileHash!: string;
  @ApiProperty({ enum: TABLE_ENCODINGS })
  encoding!: TableEncoding;
  @ApiProperty({ description: 'Nothing was filed' })
  preview!: boolean;
  @ApiProperty({ type: 'integer' })
  rows!: number;
  @ApiProperty({ type: 'integer' })
  wrong!: number;
  @ApiProperty({ type: 'integer' })
  filed!: number;
  @ApiProperty({ type: 'integer' })
  filedBefore!: number;
  @ApiProperty({ type: [BatchRowView] })
  results!: readonly BatchRowView[];
  @ApiProperty({
    required: false,
    description: 'CSV of the wrong rows, each with what is wrong; correct it and send it',
  })
  errorFile?: string;
  @ApiProperty({ required: false, format: 'byte', description: 'The same as an Excel workbook' })
  errorWorkbook?: string;
}

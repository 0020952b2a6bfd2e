import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import type { Principal } from '@nqi/platform';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { InvalidFields, type Fault } from '../faults/fault.js';
import { FileRequestHandler } from '../requests/file-request.handler.js';
import { FilingBodyPipe } from '../requests/filing-body.pipe.js';
import { ERROR_COLUMN, cellsOf, fixedColumn, type RowCells } from './batch-columns.js';
import { bodyOfRow, columnOf, foreignColumn } from './batch-row.js';
import type { BatchRowView, BatchView } from './batch.views.js';
import { writeCsv } from './csv-file.codec.js';
import { writeExcel } from './excel-file.codec.js';
import { formColumns, type FormColumn } from './form-columns.js';
import type { TableFile, TableRow } from './table-file.js';
import { readTable } from './table-file.reader.js';

export const MOST_ROWS = 1_000;
/** Rows under way at once; other requests keep connections of the pool. */
const AT_ONCE = 3;

export interface FileBatch {
  readonly bytes: Buffer;
  readonly caller: Principal;
  readonly preview: boolean;
}

/** Files every row of a table that nothing is wrong with as a request of its own, and explains the others. */
@Injectable()
export class FileBatchHandler {
  private readonly columns = new WeakMap<object, readonly FormColumn[]>();

  constructor(
    private readonly fileRequest: FileRequestHandler,
    private readonly filingBody: FilingBodyPipe,
    private readonly catalogue: CurrentCatalogue,
  ) {}

  /** May be repeated after any failure: a row is known by its file's hash and its number. */
  async execute({ bytes, caller, preview }: FileBatch): Promise<BatchView> {
    const file = await readTable(bytes);
    assertUsable(file);
    const catalogue = await this.catalogue.get();
    const results: BatchRowView[] = [];
    const waiting = file.rows.entries();
    const worker = async () => {
      for (const [index, row] of waiting) {
        results[index] = await this.row({ file, row, catalogue, caller, preview });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return viewOf(file, preview, results);
  }

  private async row(job: {
    file: TableFile;
    row: TableRow;
    catalogue: Catalogue;
    caller: Principal;
    preview: boolean;
  }): Promise<BatchRowView> {
    const { file, row, catalogue, caller, preview } = job;
    const cells = cellsOf(file.header, row.cells);
    const serviceCode = cellOf(cells, 'serviceCode');
    const columns = this.columnsOf(catalogue, serviceCode);
    try {
      const { body, foreign } = bodyOfRow(cells, columns);
      const faults = foreign.map((name) => foreignColumn(name, serviceCode));
      if (faults.length > 0) throw new InvalidFields('invalid', faults);
      const filing = this.filingBody.transform(body);
      if (preview) {
        await this.fileRequest.examine(filing, caller);
        return { row: row.number, verdict: 'VALID' };
      }
      const idempotencyKey = `batch:${file.hash}:${row.number}`;
      const { receipt, replayed } = await this.fileRequest.execute({ filing, caller, idempotencyKey });
      const { id: requestId, requestNo, trackingCode } = receipt;
      return { row: row.number, verdict: replayed ? 'FILED_BEFORE' : 'FILED', requestId, requestNo, trackingCode };
    } catch (error) {
      const faults = faultsOf(error).map(({ pointer, text }) => ({
        column: columnOf(pointer, file.header, columns),
        detail: text,
      }));
      return { row: row.number, verdict: 'WRONG', faults };
    }
  }

  private columnsOf(catalogue: Catalogue, serviceCode: string): readonly FormColumn[] {
    const schema = catalogue.service(serviceCode)?.form;
    if (!schema) return [];
    const known = this.columns.get(schema) ?? formColumns(schema);
    this.columns.set(schema, known);
    return known;
  }
}

function cellOf(cells: RowCells, key: string): string {
  return [...cells].find(([name]) => fixedColumn(name)?.key === key)?.[1] ?? '';
}

/** What a person can put right; anything else ends the batch, which may then be sent again. */
function faultsOf(error: unknown): readonly Pick<Fault, 'pointer' | 'text'>[] {
  if (error instanceof InvalidFields) return error.faults;
  if (error instanceof DomainError) return [{ pointer: error.pointer ?? '', text: error.text }];
  throw error;
}

function assertUsable({ header, rows }: TableFile): void {
  if (!header.some((name) => fixedColumn(name)?.key === 'serviceCode')) {
    throw new DomainError('BATCH.NO_HEADER', 'invalid', {
      zh: '第一行应为表头,且须有“服务事项编码”(serviceCode)一栏',
      en: 'The first row must name the columns, serviceCode among them',
    });
  }
  if (rows.length === 0 || rows.length > MOST_ROWS) {
    throw new DomainError('BATCH.ROWS', 'invalid', {
      zh: `一个文件应有 1 至 ${MOST_ROWS} 行数据,此文件有 ${rows.length} 行`,
      en: `A file must have 1 to ${MOST_ROWS} rows; this one has ${rows.length}`,
    });
  }
}

async function viewOf(file: TableFile, preview: boolean, results: readonly BatchRowView[]): Promise<BatchView> {
  const count = (verdict: BatchRowView['verdict']) => results.filter((result) => result.verdict === verdict).length;
  const wrong = count('WRONG');
  return {
    fileHash: file.hash,
    encoding: file.encoding,
    preview,
    rows: results.length,
    wrong,
    filed: count('FILED'),
    filedBefore: count('FILED_BEFORE'),
    results,
    ...(wrong > 0 && (await errorFiles(wrongRows(file, results)))),
  };
}

async function errorFiles(rows: readonly (readonly string[])[]) {
  const workbook = await writeExcel([{ sheet: '有误的行', rows }]);
  return { errorFile: writeCsv(rows), errorWorkbook: workbook.toString('base64') };
}

/** The wrong rows under their header, each with what is wrong with it. */
function wrongRows({ header, rows }: TableFile, results: readonly BatchRowView[]): string[][] {
  const kept = header.flatMap((name, i) => (name === ERROR_COLUMN ? [] : [i]));
  const lines = rows.flatMap(({ cells }, i) => {
    const { faults } = results[i] ?? {};
    if (!faults) return [];
    const why = faults.map(({ column, detail }) => (column ? `${column}:${detail.zh}` : detail.zh)).join(';');
    return [[...kept.map((at) => cells[at] ?? ''), why]];
  });
  return [[...kept.map((at) => header[at] ?? ''), ERROR_COLUMN], ...lines];
}

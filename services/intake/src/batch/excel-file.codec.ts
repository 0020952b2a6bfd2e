import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import writeWorkbook from 'write-excel-file/node';
import { assertSoundWorkbook, notWorkbook } from './workbook-archive.js';

type Cell = string | number | boolean | Date | null;

const LIBRARY = createRequire(import.meta.url).resolve('read-excel-file/universal');
/** One cell in the last column of the last row makes a sheet of seventeen thousand million: memory and time end it. */
const MOST_MEGABYTES = 192;
const MOST_MILLISECONDS = 20_000;
const READ = `
  const { parentPort, workerData } = require('node:worker_threads');
  require(workerData.library).readSheet(workerData.bytes, { parseNumber: Number })
    .then((lines) => parentPort.postMessage(lines));
`;

/** Cells of the first sheet as people see them. Throws `invalid` for what is no workbook, or one out of measure. */
export async function readExcel(bytes: Buffer): Promise<string[][]> {
  assertSoundWorkbook(bytes);
  const lines = await firstSheet(new Uint8Array(bytes).buffer);
  return lines.map((cells) => cells.map(textOf));
}

export interface WorkbookSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** A workbook in which every cell is text, so that Excel keeps zeros in front and long numbers. */
export function writeExcel(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return writeWorkbook(sheets.map(sheetOf)).toBuffer();
}

function sheetOf({ sheet, rows }: WorkbookSheet) {
  const data = rows.map((cells, row) =>
    cells.map((value) => ({ value, type: String, format: '@', ...(row === 0 && { fontWeight: 'bold' as const }) })),
  );
  return { sheet, data, stickyRowsCount: 1, columns: (rows[0] ?? []).map(() => ({ width: COLUMN_WIDTH })) };
}

const COLUMN_WIDTH = 22;

function firstSheet(bytes: ArrayBuffer): Promise<Cell[][]> {
  const worker = new Worker(READ, {
    eval: true,
    workerData: { library: LIBRARY, bytes },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return new Promise<Cell[][]>((resolve, reject) => {
    const timer = setTimeout(() => reject(notWorkbook()), MOST_MILLISECONDS);
    worker.once('message', resolve);
    worker.once('error', () => reject(notWorkbook()));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(notWorkbook());
    });
  }).finally(() => worker.terminate());
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return dateText(cell);
  // Excel keeps seventeen digits and shows fifteen.
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell);
}

/** A day without a time is a day. */
function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

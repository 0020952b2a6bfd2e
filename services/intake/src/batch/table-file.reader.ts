import { createHash } from 'node:crypto';
import { readCsv } from './csv-file.codec.js';
import { readExcel } from './excel-file.codec.js';
import { tableOf, type TableFile } from './table-file.js';
import { isArchive } from './workbook-archive.js';

/** Reads a table of Excel or WPS, told by its bytes, never by what it was sent as. */
export async function readTable(bytes: Buffer): Promise<TableFile> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (isArchive(bytes)) return tableOf(hash, 'xlsx', await readExcel(bytes));
  const { encoding, lines } = readCsv(bytes);
  return tableOf(hash, encoding, lines);
}

import { call } from './http.js';
import type { Localized } from './shapes.js';

export interface BatchRow {
  readonly row: number;
  readonly verdict: 'VALID' | 'WRONG' | 'FILED' | 'FILED_BEFORE';
  readonly requestId?: string;
  readonly requestNo?: string;
  readonly faults?: readonly { readonly column: string; readonly detail: Localized }[];
}

export interface Batch {
  readonly preview: boolean;
  readonly rows: number;
  readonly wrong: number;
  readonly filed: number;
  readonly filedBefore: number;
  readonly results: readonly BatchRow[];
  /** CSV of the wrong rows with what is wrong. */
  readonly errorFile?: string;
  /** The same as an Excel workbook, in base64. */
  readonly errorWorkbook?: string;
}

const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same file again files nothing twice, so this may be repeated. */
export const fileBatch = (table: File, preview: boolean): Promise<Batch> =>
  call('/requests/batch', { method: 'POST', body: table.slice(0, table.size, typeOf(table)), query: { preview } });

/** What kind of table it is, its bytes tell the service; browsers know of none where no office program is installed. */
const typeOf = ({ name }: File): string => (name.toLowerCase().endsWith('.xlsx') ? XLSX : CSV);

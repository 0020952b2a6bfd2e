import { XLSX } from '../../api/batch.js';

/** A table as a file in the browser. */
export const saveTable = (name: string, text: string): void =>
  save(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));

/** A workbook in base64 as a file in the browser. */
export const saveWorkbook = (name: string, base64: string): void =>
  save(name, new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], { type: XLSX }));

function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

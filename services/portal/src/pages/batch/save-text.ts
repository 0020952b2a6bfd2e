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

/** What to fill in, with one row as an example; the mark in front tells Excel that it is UTF-8. */
export const TEMPLATE = `\uFEFF${[
  '服务事项编码,联系人,联系电话,所在区(市)代码,由平台推荐,计量器具.器具目录编号,计量器具.数量,计量器具.型号规格,统一社会信用代码,企业名称',
  'MET-003,张三,0632-5510000,370481,是,CI001,3,,,',
].join('\r\n')}\r\n`;

/** Small true files of each kind, and the worse ones that only look like them. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const CSV = Buffer.from('名称,数量\n电子天平,3\n');

export interface AnEntry {
  readonly name: string;
  readonly content?: string;
  /** What the directory says instead of the truth. */
  readonly inflated?: number;
  readonly flags?: number;
}

/** A ZIP file whose entries are stored, with the directory that is asked for. */
export function zip(entries: readonly AnEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = 'x', inflated, flags = 0 } of entries) {
    const bytes = Buffer.from(content);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(inflated ?? bytes.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, title, bytes);
    directory.push(entry, title);
    offset += 30 + title.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}

const TYPES = { name: '[Content_Types].xml' };
export const docx = (...more: AnEntry[]) => zip([TYPES, { name: 'word/document.xml' }, ...more]);
export const xlsx = (...more: AnEntry[]) => zip([TYPES, { name: 'xl/workbook.xml' }, ...more]);

import { DomainError } from '@nqi/kernel';
import { refusedType, type ContentFormat } from './content-type.js';

/** The longest end of a ZIP file in which its directory may be announced. */
export const ZIP_TAIL_BYTES = 22 + 65_535;
export const MOST_ENTRIES = 2_000;
export const MOST_INFLATED_BYTES = 200 * 1024 * 1024;
/** Sheets of repeated cells reach some tens; a bomb reaches a thousand. Small files may be as dense as they like. */
export const HIGHEST_RATIO = 150;
const SMALL_BYTES = 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const ZIP64 = 0xffffffff;

/** Where a ZIP file says its directory lies. */
export interface ZipDirectory {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
}

/**
 * Finds the directory of a ZIP file by its last bytes; undefined when the bytes are no end of one. `fileSize` is that of
 * the whole file. Also finds the directory of an archive that hangs behind another file.
 */
export function findDirectory(tail: Uint8Array, fileSize: number): ZipDirectory | undefined {
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > tail.length) continue;
    const size = view.getUint32(at + 12, true);
    // Offsets inside count from where the archive begins, which need not be where the file begins.
    const offset = fileSize - tail.length + at - size;
    if (offset >= 0) return { offset, size, entries: view.getUint16(at + 10, true) };
  }
  return undefined;
}

export const startsDirectory = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === ENTRY;

/**
 * Tells which office format an archive is, by its directory alone: nothing is inflated. Throws for one that would inflate
 * out of measure, whose entries overlap, are encrypted or leave their folder, or that brings macros along.
 */
export function formatOfArchive(
  directory: Uint8Array,
  entries: number,
  fileSize: number,
  mostInflated = MOST_INFLATED_BYTES,
): ContentFormat {
  if (entries > MOST_ENTRIES) throw bomb({ entries });
  const names: string[] = [];
  let packed = 0;
  let inflated = 0;
  for (const entry of entriesOf(directory, entries)) {
    if (entry.encrypted) throw refusedArchive('ZIP_ENCRYPTED');
    if (leavesFolder(entry.name)) throw refusedArchive('ZIP_NAMES');
    packed += entry.packed;
    inflated += entry.inflated;
    names.push(entry.name.toLowerCase());
  }
  const dense = inflated > SMALL_BYTES && inflated > Math.max(packed, 1) * HIGHEST_RATIO;
  if (inflated > mostInflated || dense || packed > fileSize) throw bomb({ inflated, packed });
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw refusedArchive('MACRO');
  if (names.some((name) => /\.(exe|dll|js|vbs|bat|cmd|ps1|html?|svg|jar|lnk)$/.test(name))) {
    throw refusedType('EXECUTABLE');
  }
  if (names.includes('[content_types].xml')) {
    if (names.includes('word/document.xml')) return 'docx';
    if (names.includes('xl/workbook.xml')) return 'xlsx';
  }
  throw refusedType('TYPE');
}

interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly inflated: number;
  readonly encrypted: boolean;
}

/** Throws when the directory does not hold as many entries as was said, or hides some. */
function* entriesOf(directory: Uint8Array, count: number): Generator<ZipEntry> {
  const view = viewOf(directory);
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_BYTES > directory.length || view.getUint32(at, true) !== ENTRY) throw refusedArchive('ZIP_BROKEN');
    const nameLength = view.getUint16(at + 28, true);
    const end = at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (end > directory.length) throw refusedArchive('ZIP_BROKEN');
    const packed = view.getUint32(at + 20, true);
    const inflated = view.getUint32(at + 24, true);
    if (packed === ZIP64 || inflated === ZIP64) throw bomb({ zip64: true });
    const name = new TextDecoder().decode(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    yield { name, packed, inflated, encrypted: (view.getUint16(at + 8, true) & 1) === 1 };
    at = end;
  }
  if (at !== directory.length) throw refusedArchive('ZIP_BROKEN');
}

function leavesFolder(name: string): boolean {
  return /^[\\/]|^[a-z]:|\0/i.test(name) || name.split(/[\\/]/).includes('..');
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function bomb(details: Record<string, unknown>): DomainError {
  const text = { zh: '压缩内容展开后过大，不能接收', en: 'The compressed content would grow out of measure' };
  return new DomainError('MATERIAL.ZIP_BOMB', 'invalid', text, details);
}

function refusedArchive(code: 'ZIP_ENCRYPTED' | 'ZIP_NAMES' | 'ZIP_BROKEN' | 'MACRO'): DomainError {
  const texts = {
    ZIP_ENCRYPTED: { zh: '不接收加密的文件', en: 'Encrypted files are not taken' },
    ZIP_NAMES: { zh: '压缩内容的路径不安全', en: 'The archive names places outside itself' },
    ZIP_BROKEN: { zh: '文件已损坏', en: 'The file is damaged' },
    MACRO: { zh: '不接收含宏的文件', en: 'Files with macros are not taken' },
  };
  return new DomainError(`MATERIAL.${code}`, 'invalid', texts[code]);
}

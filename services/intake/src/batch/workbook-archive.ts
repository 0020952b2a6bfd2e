import { DomainError } from '@nqi/kernel';
import { ZIP_TAIL_BYTES, findDirectory, formatOfArchive } from '../materials/content/zip-directory.js';

/** A thousand rows need a few; what is read is held in memory. */
const MOST_INFLATED_BYTES = 32 * 1024 * 1024;
const END_BYTES = 22;

export const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/**
 * Throws unless an archive is an Excel workbook without macros that stays within bounds when inflated, by its directory
 * alone. It must have exactly one directory, at its end, so that whoever inflates it goes by the one that was judged.
 */
export function assertSoundWorkbook(bytes: Buffer): void {
  const directory = findDirectory(bytes.subarray(-ZIP_TAIL_BYTES), bytes.length);
  if (!directory || !endsPlainly(bytes, directory)) throw notWorkbook();
  const { offset, size, entries } = directory;
  const judged = bytes.subarray(offset, offset + size);
  if (formatOfArchive(judged, entries, bytes.length, MOST_INFLATED_BYTES) !== 'xlsx') throw notWorkbook();
}

function endsPlainly(bytes: Buffer, { offset, size, entries }: { offset: number; size: number; entries: number }) {
  const end = bytes.length - END_BYTES;
  return (
    offset + size === end &&
    bytes.readUInt32LE(end + 16) === offset &&
    bytes.readUInt16LE(end + 8) === entries &&
    bytes.readUInt16LE(end + 20) === 0
  );
}

export function notWorkbook(): DomainError {
  return new DomainError('BATCH.NOT_WORKBOOK', 'invalid', {
    zh: '文件不是可读取的 Excel(xlsx)工作簿',
    en: 'Not an Excel workbook (xlsx) that can be read',
  });
}

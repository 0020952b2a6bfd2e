import { open, type FileHandle } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  HEAD_BYTES,
  MarkupScan,
  TextScan,
  assertOneBeginning,
  polyglot,
  refusedType,
  signatureOf,
  type ContentFormat,
} from './content-type.js';
import { ZIP_TAIL_BYTES, findDirectory, formatOfArchive, startsDirectory } from './zip-directory.js';

const LARGEST_DIRECTORY = 2 * 1024 * 1024;

/** Tells by a file's bytes, never by its name, what it is. Holds at most a directory of a ZIP file in memory. */
@Injectable()
export class ContentInspector {
  /** Throws `invalid` with a code of its own for each reason not to take the file. */
  async formatOf(path: string, size: number, fileName: string): Promise<ContentFormat> {
    const file = await open(path, 'r');
    try {
      const head = await read(file, 0, Math.min(size, HEAD_BYTES));
      const signature = signatureOf(head);
      if (signature === 'executable') throw refusedType('EXECUTABLE');
      if (signature === 'other' || size === 0) throw refusedType('TYPE');
      assertOneBeginning(head, signature);
      if (signature === 'zip') return await archive(file, size);
      if (await hasArchiveBehind(file, size)) throw polyglot();
      if (signature === 'pdf') return 'pdf';
      await scan(file, signature === 'text');
      if (signature !== 'text') return signature;
      return fileName.toLowerCase().endsWith('.csv') ? 'csv' : 'txt';
    } finally {
      await file.close();
    }
  }
}

async function archive(file: FileHandle, size: number): Promise<ContentFormat> {
  const directory = await directoryOf(file, size);
  if (!directory || directory.size > LARGEST_DIRECTORY) throw refusedType('TYPE');
  return formatOfArchive(await read(file, directory.offset, directory.size), directory.entries, size);
}

async function hasArchiveBehind(file: FileHandle, size: number): Promise<boolean> {
  const directory = await directoryOf(file, size);
  return directory !== undefined && startsDirectory(await read(file, directory.offset, 4));
}

async function directoryOf(file: FileHandle, size: number) {
  const length = Math.min(size, ZIP_TAIL_BYTES);
  return findDirectory(await read(file, size - length, length), size);
}

async function scan(file: FileHandle, asText: boolean): Promise<void> {
  const markup = new MarkupScan();
  const text = new TextScan();
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
    const bytes = chunk as Buffer;
    if (markup.push(bytes)) throw asText ? refusedType('MARKUP') : polyglot();
    if (asText && !text.push(bytes)) throw refusedType('TYPE');
  }
  if (asText && !text.push(new Uint8Array(), true)) throw refusedType('TYPE');
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

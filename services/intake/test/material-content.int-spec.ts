import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentInspector } from '../src/materials/content/content.inspector.js';
import { CSV, PDF, PNG, docx, xlsx, zip } from './builders/files.js';

describe('What a file is, told by its bytes', () => {
  const inspector = new ContentInspector();
  let directory: string;

  beforeAll(async () => (directory = await mkdtemp(join(tmpdir(), 'nqi-content-'))));
  afterAll(() => rm(directory, { recursive: true }));

  async function verdict(bytes: Buffer, name = 'a.bin'): Promise<string> {
    const path = join(directory, 'file');
    await writeFile(path, bytes);
    return inspector.formatOf(path, bytes.length, name).catch((error: { code: string }) => error.code);
  }

  it.each([
    ['pdf', PDF],
    ['png', PNG],
    ['jpeg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7), Buffer.from([0xff, 0xd9])])],
    ['docx', docx()],
    ['xlsx', xlsx()],
    ['txt', Buffer.from('文本')],
    ['txt', Buffer.from([0xd6, 0xd0, 0xb9, 0xfa])],
  ])('takes %s', async (format, bytes) => {
    expect(await verdict(bytes)).toBe(format);
  });

  it('takes text for a table only by its name, since both look alike', async () => {
    expect([await verdict(CSV, '清单.CSV'), await verdict(CSV, '清单.txt')]).toEqual(['csv', 'txt']);
  });

  const IHDR = PNG.subarray(0, 33);
  it.each([
    ['MATERIAL.POLYGLOT', 'a PDF with an archive behind it', Buffer.concat([PDF, zip([{ name: 'a.class' }])])],
    ['MATERIAL.POLYGLOT', 'a picture with an archive behind it', Buffer.concat([PNG, docx()])],
    ['MATERIAL.POLYGLOT', 'a picture that a PDF reader would open', Buffer.concat([IHDR, PDF])],
    ['MATERIAL.POLYGLOT', 'a PDF that a browser would show', Buffer.from('%PDF-1.4\n<html><body>x')],
    [
      'MATERIAL.POLYGLOT',
      'a picture with a script far inside',
      Buffer.concat([PNG, Buffer.alloc(200_000, 1), Buffer.from('<ScRiPt>')]),
    ],
    ['MATERIAL.POLYGLOT', 'an archive that begins as text', Buffer.concat([Buffer.from('hello\n'), docx()])],
    ['MATERIAL.MARKUP', 'SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['MATERIAL.MARKUP', 'SVG behind an XML prologue', Buffer.from('<?xml version="1.0"?>\n<svg onload="x()"/>')],
    ['MATERIAL.MARKUP', 'HTML', Buffer.from(' <!DOCTYPE html><p>x')],
    ['MATERIAL.EXECUTABLE', 'a Windows program', Buffer.from('MZ\x90\0')],
    ['MATERIAL.EXECUTABLE', 'a Linux program', Buffer.from('\x7fELF\x02', 'latin1')],
    ['MATERIAL.EXECUTABLE', 'a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['MATERIAL.EXECUTABLE', 'a program inside a document', docx({ name: 'word/embeddings/run.exe' })],
    ['MATERIAL.MACRO', 'macros', docx({ name: 'word/vbaProject.bin' })],
    ['MATERIAL.TYPE', 'nothing', Buffer.alloc(0)],
    ['MATERIAL.TYPE', 'bytes without meaning', Buffer.from([1, 2, 3, 0])],
    ['MATERIAL.TYPE', 'neither UTF-8 nor GB 18030', Buffer.from([0x41, 0xff, 0xff])],
    ['MATERIAL.TYPE', 'any other archive', zip([{ name: 'a.txt' }])],
    ['MATERIAL.TYPE', 'an archive without a directory', docx().subarray(0, 60)],
    ['MATERIAL.ZIP_BOMB', 'one entry that grows', docx({ name: 'a', inflated: 300 * 1024 * 1024 })],
    ['MATERIAL.ZIP_BOMB', 'a ratio that no document has', docx({ name: 'a', inflated: 2 * 1024 * 1024 })],
    ['MATERIAL.ZIP_BOMB', 'thousands of entries', docx(...Array.from({ length: 2_000 }, (_, i) => ({ name: `${i}` })))],
    ['MATERIAL.ZIP_BOMB', 'sizes that need ZIP64', docx({ name: 'a', inflated: 0xffffffff })],
    ['MATERIAL.ZIP_NAMES', 'a name that climbs out', docx({ name: 'word/../../etc/passwd' })],
    ['MATERIAL.ZIP_NAMES', 'a name from the root', docx({ name: '/etc/passwd' })],
    ['MATERIAL.ZIP_ENCRYPTED', 'encrypted entries', docx({ name: 'a', flags: 1 })],
  ])('refuses as %s: %s', async (code, _, bytes) => {
    expect(await verdict(bytes)).toBe(code);
  });
});

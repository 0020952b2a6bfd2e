import { DomainError } from '@nqi/kernel';

/** What a library may hold, with the name that a file of the kind ends in. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
} as const;

export type ContentFormat = keyof typeof MEDIA_TYPES;

/** What a file's first bytes say it is; `text` when nothing speaks against it. */
export type Signature = 'pdf' | 'png' | 'jpeg' | 'zip' | 'executable' | 'other' | 'text';

/** How many first bytes `signatureOf` wants to see. */
export const HEAD_BYTES = 1024;

const BEGINNINGS: readonly (readonly [Signature, string])[] = [
  ['pdf', '%PDF-'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['zip', 'PK\x03\x04'],
  ['executable', 'MZ'],
  ['executable', '\x7fELF'],
  ['executable', '\xcf\xfa\xed\xfe'],
  ['executable', '\xce\xfa\xed\xfe'],
  ['executable', '\xca\xfe\xba\xbe'],
  ['executable', '#!'],
  ['other', 'PK'],
  ['other', 'GIF8'],
  ['other', 'RIFF'],
  ['other', 'Rar!'],
  ['other', '7z\xbc\xaf'],
  ['other', '\x1f\x8b'],
  ['other', '\xd0\xcf\x11\xe0'],
];

export function signatureOf(head: Uint8Array): Signature {
  const beginning = latin1(head.subarray(0, 16));
  return BEGINNINGS.find(([, bytes]) => beginning.startsWith(bytes))?.[0] ?? 'text';
}

/**
 * Throws when the first kilobyte, where lenient readers look for it, holds the beginning of a second format:
 * a PDF reader takes `%PDF-` anywhere there, a browser takes a page for one after any prologue.
 */
export function assertOneBeginning(head: Uint8Array, signature: Signature): void {
  const text = latin1(head.subarray(0, HEAD_BYTES)).toLowerCase();
  const pdf = signature !== 'pdf' && text.includes('%pdf-');
  if (pdf || (signature !== 'text' && MARKUP.some((mark) => text.includes(mark)))) throw polyglot();
}

/** How pages, scripts and pictures that carry scripts begin; none has a place in an image or a table of text. */
export const MARKUP = [
  '<!doctype',
  '<html',
  '<script',
  '<svg ',
  '<svg>',
  '<iframe',
  '<object',
  '<?xml-stylesheet',
  '<?php',
] as const;

/** Finds markup in a stream of bytes, also where a chunk ends within it. */
export class MarkupScan {
  private rest = '';

  /** True as soon as any of it was seen. */
  push(chunk: Uint8Array): boolean {
    const text = this.rest + latin1(chunk).toLowerCase();
    this.rest = text.slice(-LONGEST_MARK);
    return MARKUP.some((mark) => text.includes(mark));
  }
}

const LONGEST_MARK = Math.max(...MARKUP.map(({ length }) => length)) - 1;

/** Tells whether a stream of bytes is text in UTF-8 or in GB 18030, which spreadsheets here still write. */
export class TextScan {
  private readonly decoders = ['utf-8', 'gb18030'].map((name) => new TextDecoder(name, { fatal: true }));
  private alive = this.decoders.map(() => true);

  /** False once it cannot be text any more. */
  push(chunk: Uint8Array, last = false): boolean {
    if (chunk.some(isControl)) return false;
    this.alive = this.alive.map((alive, i) => alive && this.decodes(i, chunk, last));
    return this.alive.includes(true);
  }

  private decodes(i: number, chunk: Uint8Array, last: boolean): boolean {
    try {
      this.decoders[i]?.decode(chunk, { stream: !last });
      return true;
    } catch {
      return false;
    }
  }
}

/** Bytes that no text has but for tab, line feed, form feed and carriage return. */
const isControl = (byte: number): boolean => (byte < 32 && ![9, 10, 12, 13].includes(byte)) || byte === 127;

/** Latin-1 gives every byte a character of its own, so that bytes can be searched as text. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export function polyglot(): DomainError {
  return new DomainError('MATERIAL.POLYGLOT', 'invalid', {
    zh: '文件同时是两种格式，不能接收',
    en: 'The file is two formats at once and cannot be taken',
  });
}

export function refusedType(code: 'TYPE' | 'EXECUTABLE' | 'MARKUP'): DomainError {
  const texts = {
    TYPE: {
      zh: '只接收 PDF、PNG、JPEG、Word(docx)、Excel(xlsx)、CSV 和文本文件',
      en: 'Only PDF, PNG, JPEG, docx, xlsx, CSV and text files are taken',
    },
    EXECUTABLE: { zh: '不接收可执行文件', en: 'Executable files are not taken' },
    MARKUP: { zh: '不接收含网页、SVG 或脚本的文件', en: 'Files with web pages, SVG or scripts are not taken' },
  };
  return new DomainError(`MATERIAL.${code}`, 'invalid', texts[code]);
}

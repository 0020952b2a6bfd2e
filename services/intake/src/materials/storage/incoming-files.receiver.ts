import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { MEDIA_TYPES } from '../content/content-type.js';
import { ContentInspector } from '../content/content.inspector.js';
import { MalwareScanner } from '../content/malware.scanner.js';
import { UploadSpool, type SpooledFile } from './upload.spool.js';

/** A file that may be kept: received whole, told by its bytes, and looked through where somebody looks. */
export interface IncomingFile extends SpooledFile {
  readonly mediaType: string;
  readonly scanned: boolean;
}

@Injectable()
export class IncomingFiles {
  constructor(
    private readonly spool: UploadSpool,
    private readonly inspector: ContentInspector,
    private readonly scanner: MalwareScanner,
  ) {}

  /** Hands a good file to `take`; afterwards nothing of it is left but what `take` kept. */
  async receive<T>(
    { content, fileName }: { readonly content: Readable; readonly fileName: string },
    mostBytes: number,
    take: (file: IncomingFile) => Promise<T>,
  ): Promise<T> {
    const file = await this.spool.receive(content, mostBytes);
    try {
      const format = await this.inspector.formatOf(file.path, file.size, fileName);
      const scanned = await this.scanner.scan(file.path);
      return await take({ ...file, mediaType: MEDIA_TYPES[format], scanned });
    } finally {
      await this.spool.discard(file.path);
    }
  }
}

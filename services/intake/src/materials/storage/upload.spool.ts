import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '@nqi/kernel';
import { storageFailure } from './material.storage.js';

/** A file that has come in whole and is not anybody's yet. */
export interface SpooledFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Receives uploads on disk, so that no upload is ever whole in memory. */
export class UploadSpool {
  constructor(private readonly directory: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
  }

  /** Resolves when every byte is on disk. Whatever goes wrong, nothing is left behind. */
  async receive(content: Readable, mostBytes: number): Promise<SpooledFile> {
    const path = join(this.directory, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    try {
      const file = await open(path, 'wx', 0o600);
      try {
        // Left intact, the connection still carries the answer when the file is refused half way.
        for await (const chunk of chunksOf(content)) {
          size += chunk.length;
          if (size > mostBytes) throw tooLarge(mostBytes);
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      await this.discard(path);
      throw error instanceof DomainError ? error : storageFailure(error);
    }
    return { path, size, sha256: hash.digest('hex') };
  }

  discard(path: string): Promise<void> {
    return rm(path, { force: true });
  }

  /** Removes what a process that died had begun to receive. */
  async removeOlderThan(limit: Date): Promise<void> {
    for (const name of await readdir(this.directory)) {
      const path = join(this.directory, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtime < limit) await this.discard(path);
    }
  }
}

async function* chunksOf(content: Readable): AsyncGenerator<Buffer> {
  const chunks = content.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of chunks) yield chunk as Buffer;
  } catch (error) {
    throw cutOff(error);
  }
}

export function tooLarge(mostBytes: number): DomainError {
  const text = {
    zh: `单个文件不能超过 ${mostBytes / 1024 / 1024} MB`,
    en: `A file may have at most ${mostBytes / 1024 / 1024} MB`,
  };
  return new DomainError('MATERIAL.TOO_LARGE', 'too_large', text, { mostBytes });
}

function cutOff(cause: unknown): DomainError {
  const text = { zh: '上传中断，请重新上传', en: 'The upload broke off; please upload again' };
  return Object.assign(new DomainError('MATERIAL.CUT_OFF', 'invalid', text), { cause });
}

import { open, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { MaterialStorage, storageFailure } from './material.storage.js';
import type { SpooledFile } from './upload.spool.js';

/** Keeps materials in a directory of this machine; the spool must lie on the same file system. */
export class LocalDiskStorage extends MaterialStorage {
  constructor(private readonly directory: string) {
    super();
  }

  /** The file is already synced; the rename shows it whole, and the synced folder keeps it through a power cut. */
  async keep(key: string, { path }: SpooledFile): Promise<void> {
    const target = this.placeOf(key);
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
      const folder = await open(dirname(target), 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async read(key: string): Promise<Readable> {
    try {
      return (await open(this.placeOf(key), 'r')).createReadStream();
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true }).catch((error: unknown) => {
      throw storageFailure(error);
    });
  }

  private placeOf(key: string): string {
    if (!/^[0-9a-f]{48}$/.test(key)) throw new Error('not a key of ours');
    return join(this.directory, key.slice(0, 2), key);
  }
}

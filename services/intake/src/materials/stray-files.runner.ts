import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { MaterialRepository } from './material.repository.js';
import { MaterialStorage } from './storage/material.storage.js';
import { UploadSpool } from './storage/upload.spool.js';

const BATCH = 100;
const POLL_MS = 60_000;
/** Longer than any upload takes, so that nothing under way is swept. */
const UNDER_WAY_MS = 3_600_000;
/** Longer than any filing takes that named the material just before it was retired. */
const IN_USE_MS = 600_000;

/** Removes files that are nobody's: of processes that died, and of retired materials that no request names. */
@Injectable()
export class StrayFilesRunner extends BackgroundRunner {
  constructor(
    private readonly materials: MaterialRepository,
    private readonly storage: MaterialStorage,
    private readonly spool: UploadSpool,
    private readonly clock: Clock,
  ) {
    super({ name: 'stray files', retryMs: POLL_MS, clock });
  }

  /** One round; resolves to the milliseconds in which nothing will wait. */
  override async pass(): Promise<number> {
    const now = this.clock.now().getTime();
    const purged = await this.materials.purgeRetired(new Date(now - IN_USE_MS), BATCH);
    await this.spool.removeOlderThan(new Date(now - UNDER_WAY_MS));
    const stray = await this.materials.strayObjects(new Date(now - UNDER_WAY_MS), BATCH);
    for (const key of stray) {
      await this.storage.remove(key);
      await this.materials.forgetObject(key);
    }
    return purged === BATCH || stray.length === BATCH ? 0 : POLL_MS;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { RectificationRepository } from './rectification.repository.js';

const BATCH = 100;
/** Limits end at the close of a working day; looking costs one indexed query. */
const POLL_MS = 15_000;

/** Tells of passed limits as they pass, until the process ends. */
@Injectable()
export class OverdueRunner extends BackgroundRunner {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'rectification limits', retryMs: POLL_MS, clock });
  }

  protected override async pass(): Promise<number> {
    const noted = await this.rectifications.noteOverdue(this.clock.now(), BATCH);
    return noted === BATCH ? 0 : POLL_MS;
  }
}

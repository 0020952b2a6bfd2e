import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { PassDemandTimeHandler } from './pass-demand-time.handler.js';

const BATCH = 100;
/** Limits end with a working day; looking costs one indexed query. */
const POLL_MS = 15_000;

/** Reminds of demands and closes those that nobody answers, until the process ends. */
@Injectable()
export class DemandsDueRunner extends BackgroundRunner {
  constructor(
    private readonly time: PassDemandTimeHandler,
    clock: Clock,
  ) {
    super({ name: 'demands', retryMs: POLL_MS, clock });
  }

  protected override async pass(): Promise<number> {
    return (await this.time.execute(BATCH)) === BATCH ? 0 : POLL_MS;
  }
}

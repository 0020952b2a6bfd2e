import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BatchRunner } from '@nqi/platform';
import { PassDemandTimeHandler } from './pass-demand-time.handler.js';

/** Reminds of demands and closes those that nobody answers. Limits end with a working day; looking costs one indexed query. */
@Injectable()
export class DemandsDueRunner extends BatchRunner {
  constructor(
    private readonly time: PassDemandTimeHandler,
    clock: Clock,
  ) {
    super({ name: 'demands', clock, batch: 100, restMs: 15_000 });
  }

  protected override act(_now: Date, most: number): Promise<number> {
    return this.time.execute(most);
  }
}

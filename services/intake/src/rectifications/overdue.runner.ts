import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BatchRunner } from '@nqi/platform';
import { RectificationRepository } from './rectification.repository.js';

/** Tells of passed limits as they pass. They end at the close of a working day; looking costs one indexed query. */
@Injectable()
export class OverdueRunner extends BatchRunner {
  constructor(
    private readonly rectifications: RectificationRepository,
    clock: Clock,
  ) {
    super({ name: 'rectification limits', clock, batch: 100, restMs: 15_000 });
  }

  protected override act(now: Date, most: number): Promise<number> {
    return this.rectifications.noteOverdue(now, most);
  }
}

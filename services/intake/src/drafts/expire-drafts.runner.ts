import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BatchRunner } from '@nqi/platform';
import { expiredBefore } from './draft.js';
import { DraftRepository } from './draft.repository.js';

/** Throws forgotten drafts away. */
@Injectable()
export class ExpireDraftsRunner extends BatchRunner {
  constructor(
    private readonly drafts: DraftRepository,
    clock: Clock,
  ) {
    super({ name: 'forgotten drafts', clock, batch: 500, restMs: 600_000, retryMs: 15_000 });
  }

  protected override act(now: Date, most: number): Promise<number> {
    return this.drafts.expire(expiredBefore(now), most);
  }
}

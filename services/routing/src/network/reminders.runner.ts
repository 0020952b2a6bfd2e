import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { ReminderRepository } from './reminders.repository.js';

/** Reminders come due by the day; looking costs one indexed query. */
const PAUSE_MS = 60_000;

/** Fires reminders as their days come, until the process ends. */
@Injectable()
export class ReminderRunner extends BackgroundRunner {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {
    super({ name: 'reminders', retryMs: PAUSE_MS, clock });
  }

  protected override async pass(): Promise<number> {
    const now = this.clock.now();
    await this.reminders.fireDue(shanghaiDate(now), now);
    return PAUSE_MS;
  }
}

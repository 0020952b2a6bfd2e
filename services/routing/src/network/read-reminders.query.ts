import { Injectable } from '@nestjs/common';
import { ReminderRepository, type Reminder } from './reminders.repository.js';

/** What was reminded of lately. */
@Injectable()
export class ReadRemindersQuery {
  constructor(private readonly reminders: ReminderRepository) {}

  newest(limit: number): Promise<readonly Reminder[]> {
    return this.reminders.fired(limit);
  }
}

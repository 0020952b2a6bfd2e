import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';

const RECEIVE = `
  INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`;
const FORGET = `DELETE FROM inbox WHERE received_at < now() - make_interval(days => $1)`;

/** The receipts of handled events; they commit with the effects, so neither exists without the other. */
@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  /**
   * Writes receipts into the ambient transaction and returns the ids that had none. Waits for another replica that
   * holds the same ids uncommitted, and takes over those it rolls back.
   */
  async receive(eventIds: readonly string[]): Promise<Set<string>> {
    if (eventIds.length === 0) return new Set();
    const rows = await this.database.query<{ event_id: string }>(RECEIVE, [eventIds]);
    return new Set(rows.map(({ event_id }) => event_id));
  }

  /** Drops receipts older than the longest time a topic keeps an event for redelivery. */
  async forget(olderThanDays: number): Promise<number> {
    return this.database.write(FORGET, [olderThanDays]);
  }
}

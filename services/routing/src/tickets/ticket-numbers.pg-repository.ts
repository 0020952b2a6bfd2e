import { Injectable } from '@nestjs/common';
import { readableNumber, shanghaiDate } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { TicketNumbers } from './ticket-numbers.repository.js';

const BLOCK = 50;
const TAKE = `SELECT nextval('ticket_number_seq') AS value FROM generate_series(1, ${BLOCK})`;
const BASE = `SELECT base FROM ticket_number_day WHERE day = $1`;
const BEGIN_DAY = `
  INSERT INTO ticket_number_day (day, base) VALUES ($1, nextval('ticket_number_seq')) ON CONFLICT (day) DO NOTHING`;

/**
 * Counts by a sequence, which no transaction holds and no rollback gives back, less where it stood when the day began.
 * A counter row per day would make all replicas queue up behind each other's batches.
 */
@Injectable()
export class PgTicketNumbers extends TicketNumbers {
  private readonly values: number[] = [];
  private day: { readonly date: string; readonly base: number } | undefined;

  constructor(private readonly database: Database) {
    super();
  }

  async next(letters: string, at: Date): Promise<string> {
    const base = await this.baseOf(shanghaiDate(at));
    for (;;) {
      const value = this.values.shift();
      // Values taken before the day began would give a number below 1; they are dropped.
      if (value !== undefined && value > base) return readableNumber('TK', letters, at, value - base);
      if (value === undefined) this.values.push(...(await this.take()));
    }
  }

  private async take(): Promise<number[]> {
    const rows = await this.database.query<{ value: string }>(TAKE);
    return rows.map(({ value }) => Number(value));
  }

  private async baseOf(date: string): Promise<number> {
    if (this.day?.date === date) return this.day.base;
    await this.database.write(BEGIN_DAY, [date]);
    const [row] = await this.database.query<{ base: string }>(BASE, [date]);
    const base = Number(row?.base);
    // The day's row may be rolled back with the caller's transaction; only a committed base is worth remembering.
    this.database.afterCommit(() => {
      if (this.day === undefined || this.day.date < date) this.day = { date, base };
    });
    return base;
  }
}

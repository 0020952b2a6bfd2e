import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { CalendarEdition, PublishedCalendar, type CalendarContent } from '../clocks/published-calendar.js';
import { CalendarRepository, type EditionStamp } from './calendar.repository.js';
import { ADD_TERMS_CHANGE } from './terms-changes.pg-repository.js';

const GET = `SELECT version, content FROM calendar_edition WHERE version = $1`;
const NEWEST = `SELECT version, content FROM calendar_edition ORDER BY version DESC LIMIT 1`;
/** Publications queue here. */
const NEXT_NETWORK_VERSION = `UPDATE network_version SET version = version + 1`;
const ADD = `
  INSERT INTO calendar_edition (version, content, published_at, published_by, note) VALUES ($1, $2, $3, $4, $5)`;
const SEED = `${ADD} ON CONFLICT DO NOTHING`;
const FIRST = 1;

interface EditionRow {
  version: number;
  content: CalendarContent;
}

@Injectable()
export class PgCalendarRepository extends CalendarRepository {
  private readonly known = new Map<number, CalendarEdition>();

  constructor(
    private readonly database: Database,
    private readonly published: PublishedCalendar,
  ) {
    super();
  }

  async edition(version: number): Promise<CalendarEdition> {
    return this.known.get(version) ?? this.remembered(await this.database.query<EditionRow>(GET, [version]));
  }

  async newest(): Promise<CalendarEdition> {
    const newest = this.remembered(await this.database.query<EditionRow>(NEWEST));
    this.published.follow(newest);
    return newest;
  }

  publish(change: (newest: CalendarEdition) => CalendarContent, { at, by, note }: EditionStamp) {
    return this.database.transaction(async () => {
      await this.database.write(NEXT_NETWORK_VERSION);
      const newest = this.remembered(await this.database.query<EditionRow>(NEWEST));
      // As it will be read again.
      const content = JSON.parse(JSON.stringify(change(newest))) as CalendarContent;
      const edition = new CalendarEdition(newest.version + 1, content);
      if (isDeepStrictEqual(edition.content, newest.content)) return newest;
      await this.database.write(ADD, [edition.version, JSON.stringify(edition.content), at, by, note]);
      await this.database.write(ADD_TERMS_CHANGE, ['CALENDAR', String(edition.version), 'migrate', at]);
      this.database.afterCommit(() => {
        this.published.follow(edition);
      });
      return edition;
    });
  }

  async seed(content: CalendarContent, { at, by, note }: EditionStamp): Promise<void> {
    await this.database.write(SEED, [FIRST, JSON.stringify(content), at, by, note]);
  }

  private remembered([row]: readonly EditionRow[]): CalendarEdition {
    if (!row) throw new Error('there is no such edition of the calendar: the service is not prepared');
    const known = this.known.get(row.version) ?? new CalendarEdition(row.version, row.content);
    this.known.set(row.version, known);
    return known;
  }
}

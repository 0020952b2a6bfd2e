import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '@nqi/platform';
import { PublishedCalendar, type CalendarEdition } from '../clocks/published-calendar.js';
import { NetworkRepository } from '../network/network.repository.js';
import { CalendarRepository } from './calendar.repository.js';
import type { TermsChange } from './terms-change.js';
import { TermsChangeRepository } from './terms-changes.repository.js';

/** The calendar, and what its editions and the policies did to open tickets. */
@Injectable()
export class ReadTermsQuery {
  constructor(
    private readonly published: PublishedCalendar,
    private readonly calendars: CalendarRepository,
    private readonly termsChanges: TermsChangeRepository,
    private readonly networks: NetworkRepository,
  ) {}

  calendar(): CalendarEdition {
    return this.published.newest;
  }

  /** The newest edition, after making sure that there is such an office. */
  async editionWith(nodeCode: string): Promise<CalendarEdition> {
    (await this.networks.current()).requireNode(nodeCode);
    return this.calendars.newest();
  }

  async changes({ limit = DEFAULT_PAGE, cursor }: { limit?: number; cursor?: string }): Promise<Page<TermsChange>> {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const found = await this.termsChanges.list({
      limit: limit + 1,
      ...(before !== undefined && { before: Number(before) }),
    });
    return toPage(
      found,
      limit,
      ({ id }) => [String(id)],
      (change) => change,
    );
  }
}

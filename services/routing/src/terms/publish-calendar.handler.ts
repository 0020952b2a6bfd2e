import { Injectable } from '@nestjs/common';
import { Clock, DomainError, WorkingCalendar } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import type { CalendarEdition, OwnHours, PublishedDay } from '../clocks/published-calendar.js';
import { NetworkRepository } from '../network/network.repository.js';
import { CalendarRepository } from './calendar.repository.js';

interface Publishing {
  readonly access: Access;
  /** Edition that the caller saw. */
  readonly expectedVersion?: number;
}

export interface PublishYear extends Publishing {
  readonly year: number;
  /** Every day of the year that differs from the plain week; what was published of that year before is replaced. */
  readonly days: readonly PublishedDay[];
  /** Where they were announced. */
  readonly source: string;
}

export interface SetOwnHours extends Publishing {
  readonly nodeCode: string;
  readonly hours: OwnHours;
}

/** Publishes new editions of the calendar; open tickets are counted anew by each, once. */
@Injectable()
export class PublishCalendarHandler {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  /** A year that was announced, or a correction of one. Years follow one another without a gap. */
  year({ year, days, source, access, expectedVersion }: PublishYear): Promise<CalendarEdition> {
    return this.publish(access, `${year}: ${source}`, expectedVersion, (newest) => {
      const { content } = newest;
      const [first, last] = [content.coverageFrom, content.coverageUntil].map((date) => Number(date.slice(0, 4)));
      if (first === undefined || last === undefined || year < first || year > last + 1) throw yearOutOfLine(year);
      const stray = days.findIndex(({ date }) => !date.startsWith(`${year}-`));
      if (stray >= 0) throw dayOfOtherYear(year, stray);
      // Names the day that is wrong by its place in what was sent.
      new WorkingCalendar({ days, coverageUntil: `${year}-12-31` });
      const ofOthers = content.days.filter(({ date }) => !date.startsWith(`${year}-`));
      return {
        ...content,
        days: [...ofOthers, ...days].sort((a, b) => (a.date < b.date ? -1 : 1)),
        coverageUntil: year > last ? `${year}-12-31` : content.coverageUntil,
        sources: { ...content.sources, [year]: source },
      };
    });
  }

  /** Hours that an office keeps of its own; nothing given means the common ones. */
  async ownHours({ nodeCode, hours, access, expectedVersion }: SetOwnHours): Promise<CalendarEdition> {
    (await this.networks.current()).requireNode(nodeCode);
    return this.publish(access, `hours of ${nodeCode}`, expectedVersion, ({ content }) => {
      const { [nodeCode]: _old, ...others } = content.offices;
      const offices = Object.keys(hours).length > 0 ? { ...others, [nodeCode]: hours } : others;
      return { ...content, offices };
    });
  }

  private publish(
    { principal }: Access,
    note: string,
    expectedVersion: number | undefined,
    change: (newest: CalendarEdition) => CalendarEdition['content'],
  ): Promise<CalendarEdition> {
    const stamp = { at: this.clock.now(), by: principal.username, note };
    return this.calendars.publish((newest) => {
      assertVersion(expectedVersion, newest.version);
      return change(newest);
    }, stamp);
  }
}

function yearOutOfLine(year: number): DomainError {
  const text = {
    zh: `${year} 年不在已公布的年份之内，也不是其后一年`,
    en: `${year} is neither published nor the year after the last published one`,
  };
  return new DomainError('CALENDAR.YEAR_OUT_OF_LINE', 'invalid', text, { year });
}

function dayOfOtherYear(year: number, index: number): DomainError {
  const text = { zh: `日期不属于 ${year} 年`, en: `The day is not one of ${year}` };
  return new DomainError('CALENDAR.INVALID_DAY', 'invalid', text, { year }, `/days/${index}/date`);
}

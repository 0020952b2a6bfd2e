import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type CalendarEdition,
  type OwnHours,
  type PublishedCalendar,
  type PublishedDay,
} from '../clocks/published-calendar.js';
import { type TermsChange } from './terms-change.js';

class CalendarWindow {
  @ApiProperty({ example: '08:30' })
  start!: string;

  @ApiProperty({ example: '12:00' })
  end!: string;
}

class CalendarDayView implements PublishedDay {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ enum: ['holiday', 'makeup_workday'] })
  type!: PublishedDay['type'];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  name!: PublishedDay['name'];
}

export class CalendarView {
  @ApiProperty()
  year!: number;

  @ApiProperty({ description: 'Edition of the calendar; the ETag' })
  version!: number;

  @ApiProperty({ format: 'date', description: 'First and last date whose holidays are announced' })
  coverageFrom!: string;

  @ApiProperty({ format: 'date' })
  coverageUntil!: string;

  @ApiProperty({ type: [CalendarWindow] })
  windows!: readonly CalendarWindow[];

  @ApiProperty({ type: [CalendarDayView] })
  days!: readonly CalendarDayView[];

  @ApiPropertyOptional({ description: 'Where the days of the year were announced' })
  source?: string;
}

export class OwnHoursView {
  @ApiProperty({ example: 'WS-370481' })
  nodeCode!: string;

  @ApiProperty({ description: 'Edition of the calendar; the ETag' })
  version!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'windows, shifts and closures where they differ from the common ones; empty when none do',
  })
  calendar!: OwnHours;
}

export class TermsChangeView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ enum: ['POLICY', 'CALENDAR'] })
  cause!: TermsChange['cause'];

  @ApiProperty({ description: 'Of the policy or of the calendar' })
  version!: string;

  @ApiProperty({ enum: ['migrate', 'better-of-both'] })
  openTickets!: TermsChange['openTickets'];

  @ApiProperty()
  effectiveFrom!: Date;

  @ApiProperty()
  createdAt!: Date;

  @ApiPropertyOptional({ description: 'When every open ticket had been looked at' })
  doneAt?: Date;

  @ApiProperty({ description: 'Tickets it was brought to' })
  tickets!: number;

  @ApiProperty({ description: 'Tickets that keep their terms because they could not be counted anew' })
  failed!: number;
}

export class TermsChangeListView {
  @ApiProperty({ type: [TermsChangeView] })
  items!: readonly TermsChangeView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function calendarView(edition: CalendarEdition | PublishedCalendar['newest'], year: number): CalendarView {
  const { days, coverageFrom, coverageUntil, windows, sources } = edition.content;
  const source = sources[year];
  return {
    year,
    version: edition.version,
    coverageFrom,
    coverageUntil,
    windows,
    days: days.filter(({ date }) => date.startsWith(`${year}-`)),
    ...(source !== undefined && { source }),
  };
}

export function ownHoursView({ version, content }: CalendarEdition, nodeCode: string): OwnHoursView {
  return { nodeCode, version, calendar: content.offices[nodeCode] ?? {} };
}

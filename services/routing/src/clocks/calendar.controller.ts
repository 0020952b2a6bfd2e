import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public, IntegerField } from '@nqi/platform';
import { PublishedCalendar, type PublishedDay } from './published-calendar.js';

class CalendarQuery {
  @IntegerField({ min: 1992, max: 2100 })
  year!: number;
}

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

class CalendarView {
  @ApiProperty()
  year!: number;

  @ApiProperty({ format: 'date', description: 'First and last date whose holidays are announced' })
  coverageFrom!: string;

  @ApiProperty({ format: 'date' })
  coverageUntil!: string;

  @ApiProperty({ type: [CalendarWindow] })
  windows!: readonly CalendarWindow[];

  @ApiProperty({ type: [CalendarDayView] })
  days!: readonly CalendarDayView[];
}

/** The days that offices count by. */
@ApiTags('calendar')
@Public()
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(private readonly calendar: PublishedCalendar) {}

  @Get('days')
  @ApiOkResponse({ type: CalendarView })
  days(@Query() { year }: CalendarQuery): CalendarView {
    const { coverageFrom, coverageUntil, windows } = this.calendar;
    return { year, coverageFrom, coverageUntil, windows, days: this.calendar.daysOf(year) };
  }
}

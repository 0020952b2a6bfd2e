import { Body, Controller, Get, Param, ParseIntPipe, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, PageQuery, etagOf, type Access, type Page } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { CalendarQuery, OwnHoursBody, PublishYearBody, hoursOf } from './calendar.requests.js';
import {
  CalendarView,
  OwnHoursView,
  TermsChangeListView,
  calendarView,
  ownHoursView,
  type TermsChangeView,
} from './calendar.view.js';
import { PublishCalendarHandler } from './publish-calendar.handler.js';
import { ReadTermsQuery } from './read-terms.query.js';

/** The days and hours that offices count by, and what became of open tickets when they were changed. */
@ApiTags('calendar')
@Controller('api/v1')
export class CalendarController {
  constructor(
    private readonly reading: ReadTermsQuery,
    private readonly publishing: PublishCalendarHandler,
  ) {}

  @Get('calendar/days')
  @ApiOkResponse({ type: CalendarView })
  days(@Query() { year }: CalendarQuery, @Res({ passthrough: true }) reply: FastifyReply): CalendarView {
    return tagged(calendarView(this.reading.calendar(), year), reply);
  }

  @Put('calendar/years/:year')
  @Allow('calendar.edit')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: CalendarView, description: 'Replaces the days of the year; open tickets are counted anew' })
  async publishYear(
    @Param('year', ParseIntPipe) year: number,
    @Body() { days, source }: PublishYearBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarView> {
    const published = days.map(({ date, type, nameZh, nameEn }) => ({ date, type, name: { zh: nameZh, en: nameEn } }));
    const edition = await this.publishing.year({
      year,
      days: published,
      source,
      access,
      ...(expectedVersion !== undefined && { expectedVersion }),
    });
    return tagged(calendarView(edition, year), reply);
  }

  @Get('network/nodes/:code/calendar')
  @Allow('network.read')
  @ApiOkResponse({ type: OwnHoursView })
  async hours(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<OwnHoursView> {
    return tagged(ownHoursView(await this.reading.editionWith(code), code), reply);
  }

  @Put('network/nodes/:code/calendar')
  @Allow('calendar.edit')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: OwnHoursView, description: 'Accept clocks of the office go by it from now on' })
  async setHours(
    @Param('code') nodeCode: string,
    @Body() body: OwnHoursBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnHoursView> {
    const edition = await this.publishing.ownHours({
      nodeCode,
      hours: hoursOf(body),
      access,
      ...(expectedVersion !== undefined && { expectedVersion }),
    });
    return tagged(ownHoursView(edition, nodeCode), reply);
  }

  @Get('routing/terms-changes')
  @Allow('ruleset.read')
  @ApiOkResponse({ type: TermsChangeListView, description: 'Publications that open tickets were counted anew for' })
  changes(@Query() page: PageQuery): Promise<Page<TermsChangeView>> {
    return this.reading.changes(page);
  }
}

function tagged<View extends { version: number }>(view: View, reply: FastifyReply): View {
  void reply.header('etag', etagOf(view.version));
  return view;
}

import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@nqi/platform';
import { ReportDetailView, ReportListView, ReportsFilter } from './province-reports.dto.js';
import { ReadReportsQuery } from './read-reports.query.js';
import { ResendReportHandler } from './resend-report.handler.js';

/** What the province is told of every day (数据上报). */
@ApiTags('insight')
@Controller('api/v1/insight/province-reports')
export class ProvinceReportsController {
  constructor(
    private readonly reports: ReadReportsQuery,
    private readonly resend: ResendReportHandler,
  ) {}

  @Get()
  @Allow('upwards.read')
  @ApiOkResponse({ type: ReportListView })
  list(@Query() filter: ReportsFilter): Promise<ReportListView> {
    return this.reports.list(filter);
  }

  @Get(':id')
  @Allow('upwards.read')
  @ApiOkResponse({ type: ReportDetailView })
  one(@Param('id', ParseUUIDPipe) id: string): Promise<ReportDetailView> {
    return this.reports.one(id);
  }

  /** Sends one that was delivered or parked once more, under its own id. */
  @Post(':id/resend')
  @HttpCode(204)
  @Allow('upwards.work')
  @ApiNoContentResponse()
  again(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.resend.execute(id);
  }
}

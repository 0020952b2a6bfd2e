import {
  OutboundDeliveries,
  OutboundSender,
  OutboundTargets,
  ProvinceConnection,
  ProvinceTargets,
} from '@nqi/platform';
import { DailyFiguresQuery } from './daily-figures.query.js';
import { MakeReportsHandler } from './make-reports.handler.js';
import { ProvinceReportsController } from './province-reports.controller.js';
import { PgProvinceReports } from './province-reports.pg-repository.js';
import { ProvinceReports } from './province-reports.repository.js';
import { ReadReportsQuery } from './read-reports.query.js';
import { PROVINCE_CONNECTION, ReportRunner } from './report.runner.js';
import { ResendReportHandler } from './resend-report.handler.js';

/** What the insight module runs towards the platform of the province. */
export const PROVINCE_CONTROLLERS = [ProvinceReportsController];

export const PROVINCE_PROVIDERS = [
  { provide: PROVINCE_CONNECTION, useFactory: () => ProvinceConnection.read() },
  {
    provide: OutboundTargets,
    useFactory: (connection: ProvinceConnection | undefined) => new ProvinceTargets(connection, 'reports'),
    inject: [PROVINCE_CONNECTION],
  },
  { provide: ProvinceReports, useClass: PgProvinceReports },
  OutboundDeliveries,
  OutboundSender,
  DailyFiguresQuery,
  MakeReportsHandler,
  ReportRunner,
  ReadReportsQuery,
  ResendReportHandler,
];

import { Injectable } from '@nestjs/common';
import { OutboundDeliveries, PROVINCE_TARGET } from '@nqi/platform';
import { TELL_FOR_MS } from './daily-report.js';
import { noSuchReport, stillWaiting } from './province-reports.errors.js';

/** Sends the province a report once more, under its own id. */
@Injectable()
export class ResendReportHandler {
  constructor(private readonly deliveries: OutboundDeliveries) {}

  async execute(id: string): Promise<void> {
    if (await this.deliveries.replay(PROVINCE_TARGET, id, TELL_FOR_MS)) return;
    throw (await this.deliveries.find(PROVINCE_TARGET, id)) ? stillWaiting() : noSuchReport();
  }
}

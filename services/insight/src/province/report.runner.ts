import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { CatchUp } from '@nqi/messaging';
import { BackgroundRunner, type ProvinceConnection } from '@nqi/platform';
import { MakeReportsHandler } from './make-reports.handler.js';

export const PROVINCE_CONNECTION = Symbol('ProvinceConnection');
const MINUTE_MS = 60_000;
/** Late facts are looked for that often. */
const CHECK_EVERY_MS = 10 * MINUTE_MS;
/** Looking whether it is time costs nothing. */
const LOOK_EVERY_MS = 2_000;

/** Reports to the province, when there is a connection, and never from events that are half-read. */
@Injectable()
export class ReportRunner extends BackgroundRunner {
  private nextAt = 0;

  constructor(
    private readonly reports: MakeReportsHandler,
    private readonly catchUp: CatchUp,
    private readonly clock: Clock,
    @Inject(PROVINCE_CONNECTION) private readonly connection: ProvinceConnection | undefined,
  ) {
    super({ name: 'reports to the province', retryMs: MINUTE_MS, clock });
  }

  protected override async pass(): Promise<number> {
    if (!this.connection) return CHECK_EVERY_MS;
    const now = this.clock.now().getTime();
    if (now < this.nextAt || !(await this.catchUp.reached())) return LOOK_EVERY_MS;
    await this.reports.execute();
    this.nextAt = now + CHECK_EVERY_MS;
    return LOOK_EVERY_MS;
  }
}

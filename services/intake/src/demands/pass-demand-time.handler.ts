import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import { RequestRepository } from '../requests/request.repository.js';
import { DemandRepository } from './demand.repository.js';

/** Said to the enterprise, whose language nobody knows here. */
const NO_ANSWER = '办理方案逾期未确认，需求自动关闭（可重新提交）';

@Injectable()
export class PassDemandTimeHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly demands: DemandRepository,
    private readonly calendar: OfficeCalendar,
    private readonly clock: Clock,
  ) {}

  /** Acts on up to `limit` demands whose time has come, each in a transaction of its own; resolves to how many it saw. */
  async execute(limit: number): Promise<number> {
    const due = await this.demands.due(this.clock.now(), limit);
    for (const requestId of due) {
      const at = this.clock.now();
      await this.requests.update(requestId, (request) =>
        this.demands.update(requestId, undefined, (demand) => {
          if (demand.passTime(at, this.calendar.working)) {
            request.giveUp(demand.snapshot().itemId, NO_ANSWER, 'system', at);
          }
        }),
      );
    }
    return due.length;
  }
}

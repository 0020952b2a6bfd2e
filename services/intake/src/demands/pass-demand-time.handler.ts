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

  /**
   * Acts on up to `limit` demands whose time has come, each in a transaction of its own; resolves to how many it saw.
   * Goes on after one that fails; at the end throws an AggregateError that names those that did.
   */
  async execute(limit: number): Promise<number> {
    const due = await this.demands.due(this.clock.now(), limit);
    const failures = new Map<string, unknown>();
    for (const requestId of due) {
      await this.pass(requestId).catch((error: unknown) => failures.set(requestId, error));
    }
    if (failures.size === 0) return due.length;
    const which = [...failures].map(([requestId, error]) => `${requestId} (${String(error)})`).join(', ');
    throw new AggregateError(failures.values(), `time could not act on the demands of ${which}`);
  }

  private async pass(requestId: string): Promise<void> {
    const at = this.clock.now();
    await this.requests.update(requestId, (request) =>
      this.demands.update(requestId, undefined, (demand) => {
        if (demand.passTime(at, this.calendar.working)) {
          request.giveUp(demand.snapshot().itemId, NO_ANSWER, 'system', at);
        }
      }),
    );
  }
}

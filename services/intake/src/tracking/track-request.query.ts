import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { RequestReads } from '../requests/request-reads.repository.js';
import { ShowRequest } from '../requests/show-request.query.js';
import { NEXT_STEPS } from './next-step.js';
import { typedNumber } from './tracking-code.codec.js';
import { TrackingCodes } from './tracking-codes.query.js';
import type { TrackedRequestView } from './tracking.views.js';

@Injectable()
export class TrackRequestQuery {
  constructor(
    private readonly codes: TrackingCodes,
    private readonly reads: RequestReads,
    private readonly show: ShowRequest,
  ) {}

  /** A wrong code and an unknown number get one and the same answer, without a look at the requests. */
  async execute(typed: string, code: string): Promise<TrackedRequestView> {
    const requestNo = typedNumber(typed);
    const stored = (await this.codes.fits(requestNo, code)) ? await this.reads.findByNumber(requestNo) : undefined;
    if (!stored) throw nothingToTrack();
    const { status, filedAt, completedAt, promisedDays, items } = stored.state;
    return {
      requestNo,
      status,
      filedAt,
      completedAt,
      ...(promisedDays !== undefined && { promise: this.show.promise(filedAt, promisedDays) }),
      nextStep: NEXT_STEPS[status],
      items: await Promise.all(
        items.map(async (item) => ({
          serviceName: await this.show.serviceName(stored.state, item.serviceCode),
          status: item.status,
          completeDueAt: item.completeDueAt,
        })),
      ),
    };
  }
}

function nothingToTrack(): DomainError {
  const text = { zh: '受理编号或查询码不正确', en: 'The number or its code is not right' };
  return new DomainError('REQUEST.NOT_TRACKED', 'not_found', text);
}

import { Injectable } from '@nestjs/common';
import { Clock, DomainError, shanghaiDate } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { assertNoFaults, pointerTo, type Fault } from '../faults/fault.js';
import { RequestRepository } from '../requests/request.repository.js';
import type { Request } from '../requests/request.js';
import { unknownDemand, type Demand, type ProposedItem } from './demand.js';
import { DemandRepository } from './demand.repository.js';

/** Which demand a person acts on, as that person saw it. */
export interface DemandTarget {
  readonly requestId: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

export interface ProposedServices {
  readonly items: readonly ProposedItem[];
  readonly packageCode?: string;
  readonly message: string;
}

/** What people do about a demand, but for confirming it. Each throws `not_found` out of reach. */
@Injectable()
export class ChangeDemandHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly demands: DemandRepository,
    private readonly catalogue: CurrentCatalogue,
    private readonly calendar: OfficeCalendar,
    private readonly clock: Clock,
  ) {}

  /** Forms may be incomplete: the enterprise completes them when it confirms. */
  async propose(target: DemandTarget, { items, packageCode, message }: ProposedServices): Promise<void> {
    const at = this.clock.now();
    assertNoFaults('invalid', await this.unknownServices(items, packageCode, shanghaiDate(at)));
    const by = target.access.principal.username;
    await this.change(target, (demand, request) => {
      const proposal = { items, ...(packageCode !== undefined && { packageCode }), message, by, at };
      demand.propose(proposal, this.calendar.working);
      request.noteDemand('demand-proposed', demand.snapshot().itemId, {}, at);
    });
  }

  async decline(target: DemandTarget, reason: string): Promise<void> {
    const at = this.clock.now();
    await this.change(target, (demand, request) => {
      demand.decline(reason, at, this.calendar.working);
      request.noteDemand('demand-declined', demand.snapshot().itemId, { reason }, at);
    });
  }

  async close(target: DemandTarget, reason: string): Promise<void> {
    const at = this.clock.now();
    await this.change(target, (demand, request) => {
      demand.close(reason, at);
      request.giveUp(demand.snapshot().itemId, reason, target.access.principal.userId, at);
    });
  }

  private async change(target: DemandTarget, change: (demand: Demand, request: Request) => void): Promise<void> {
    const { requestId, access, expectedVersion } = target;
    const found = await this.requests.update(requestId, (request) =>
      this.demands.update(requestId, access, (demand) => {
        assertVersion(expectedVersion, demand.snapshot().version);
        change(demand, request);
      }),
    );
    if (!found) throw unknownDemand();
  }

  private async unknownServices(
    items: readonly ProposedItem[],
    packageCode: string | undefined,
    today: string,
  ): Promise<Fault[]> {
    const catalogue = await this.catalogue.get();
    const group = packageCode === undefined ? undefined : catalogue.package(packageCode);
    if (packageCode !== undefined && !group) {
      const text = { zh: `没有服务包 ${packageCode}`, en: `No package ${packageCode}` };
      throw new DomainError('DEMAND.UNKNOWN_PACKAGE', 'invalid', text, {}, '/packageCode');
    }
    return items.flatMap(({ serviceCode }, i) => {
      if (catalogue.offered(serviceCode, today) && (!group || group.serviceCodes.includes(serviceCode))) return [];
      const text = { zh: `不能办理 ${serviceCode}`, en: `${serviceCode} is not offered here` };
      return [{ code: 'DEMAND.UNKNOWN_SERVICE', pointer: pointerTo('/items', i, 'serviceCode'), text }];
    });
  }
}

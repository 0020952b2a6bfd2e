import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { assertVersion } from '@nqi/platform';
import { assertNoFaults, pointerTo, type Fault } from '../faults/fault.js';
import { promisedDays } from '../packages/package-plan.js';
import { FilingValidator } from '../requests/filing.validator.js';
import { limitsOf } from '../requests/file-request.handler.js';
import type { FilingItem } from '../requests/filing.js';
import { RequestRepository } from '../requests/request.repository.js';
import type { DemandTarget } from './change-demand.handler.js';
import { unknownDemand, type DemandRecord } from './demand.js';
import { DemandRepository } from './demand.repository.js';

/**
 * The enterprise takes what was proposed, all or some of it, with the forms completed: in one transaction the demand is
 * confirmed and the items are ordinary items of its request, checked like those of any filing.
 */
@Injectable()
export class ConfirmDemandHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly demands: DemandRepository,
    private readonly filings: FilingValidator,
    private readonly clock: Clock,
  ) {}

  async execute({ requestId, access, expectedVersion }: DemandTarget, items: readonly FilingItem[]): Promise<void> {
    const at = this.clock.now();
    const found = await this.requests.update(requestId, (request) =>
      this.demands.update(requestId, access, async (demand) => {
        const before = demand.snapshot();
        assertVersion(expectedVersion, before.version);
        demand.confirm(at);
        const checked = await this.check(before, items);
        const newItems = checked.items.map((item) => ({ ...item, id: newId() }));
        request.takeUp(
          before.itemId,
          {
            items: newItems,
            legs: checked.legs,
            packageCode: before.proposal?.packageCode,
            catalogueEdition: checked.edition,
            promisedDays: promisedDays(checked.legs, limitsOf(checked.items)),
          },
          at,
        );
      }),
    );
    if (!found) throw unknownDemand();
  }

  private async check({ proposal }: DemandRecord, items: readonly FilingItem[]) {
    const packageCode = proposal?.packageCode;
    const checked = await this.filings.checkWish({ items, packageCode });
    const proposed = new Set(proposal?.items.map(({ serviceCode }) => serviceCode));
    const foreign = items.flatMap(({ serviceCode }, i): Fault[] => {
      if (proposed.has(serviceCode)) return [];
      const text = { zh: `方案中没有 ${serviceCode}`, en: `${serviceCode} was not proposed` };
      return [{ code: 'DEMAND.NOT_PROPOSED', pointer: pointerTo('/items', i, 'serviceCode'), text }];
    });
    assertNoFaults('invalid', [...checked.faults, ...foreign]);
    return checked;
  }
}

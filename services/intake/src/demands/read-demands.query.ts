import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DEFAULT_PAGE, type Access, type Page } from '@nqi/platform';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { unknownDemand, type DemandRecord } from './demand.js';
import { DemandRepository, type DemandFilter } from './demand.repository.js';
import type { DemandView } from './demand.views.js';

export interface ListDemands extends DemandFilter {
  readonly access: Access;
  readonly limit?: number;
  readonly cursor?: string;
}

@Injectable()
export class ReadDemandsQuery {
  constructor(
    private readonly demands: DemandRepository,
    private readonly catalogue: CurrentCatalogue,
    private readonly clock: Clock,
  ) {}

  async list({ access, limit = DEFAULT_PAGE, cursor, statuses }: ListDemands): Promise<Page<DemandView>> {
    const { items, nextCursor } = await this.demands.list({ ...(statuses && { statuses }) }, access, limit, cursor);
    return { items: await Promise.all(items.map((demand) => this.view(demand))), nextCursor };
  }

  async one(requestId: string, access: Access): Promise<DemandView> {
    const found = await this.demands.find(requestId, access);
    if (!found) throw unknownDemand();
    return this.view(found);
  }

  private async view({
    nextDueAt: _next,
    itemId: _item,
    nodePath,
    proposal,
    ...rest
  }: DemandRecord): Promise<DemandView> {
    const catalogue = await this.catalogue.get();
    const nameOf = (code: string) => catalogue.service(code)?.name ?? { zh: code, en: code };
    return {
      ...rest,
      nodeCode: nodePath.slice(nodePath.lastIndexOf('/') + 1),
      overdue: rest.dueAt !== undefined && rest.dueAt < this.clock.now(),
      ...(proposal && {
        proposal: {
          ...proposal,
          items: proposal.items.map((item) => ({ ...item, serviceName: nameOf(item.serviceCode) })),
        },
      }),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { promiseOf } from '../requests/service-promise.js';
import { RequestRepository } from '../requests/request.repository.js';
import type { Division, TicketFacts } from '../requests/ticket-news.js';
import { ProgressAnnouncer } from './progress.announcer.js';

export interface SplitItem {
  readonly requestId: string;
  readonly itemId: string;
  readonly ticket: TicketFacts;
  readonly division: Omit<Division, 'promise'> & { readonly completeLimitDays: number };
  readonly at: Date;
}

/** Makes an item of what an office split off another one. News of a request that is not ours changes nothing. */
@Injectable()
export class SplitItemHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly catalogue: CurrentCatalogue,
    private readonly announcer: ProgressAnnouncer,
  ) {}

  async execute({
    requestId,
    itemId,
    ticket,
    division: { completeLimitDays, ...parts },
    at,
  }: SplitItem): Promise<void> {
    await this.requests.update(requestId, async (request) => {
      const before = request.snapshot();
      const item = before.items.find(({ id }) => id === itemId);
      if (!item) return;
      const catalogue = await this.catalogue.filedUnder(before.catalogueEdition);
      const service = catalogue.service(item.serviceCode);
      if (!service) throw new Error(`no service ${item.serviceCode} in the catalogue`);
      // The promise is the one that was made for the whole, whatever the catalogue says by now.
      const promise = { ...promiseOf(service), completeLimitDays };
      request.split(itemId, ticket, { ...parts, promise }, at);
      if (request.snapshot() !== before) this.announcer.changed(requestId, before.enterprise.uscc, 'split');
    });
  }
}

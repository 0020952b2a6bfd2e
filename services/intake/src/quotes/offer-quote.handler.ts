import { Injectable } from '@nestjs/common';
import { Clock, newId, type LocalizedText } from '@nqi/kernel';
import type { Access } from '@nqi/platform';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { RequestReads } from '../requests/request-reads.repository.js';
import { RequestRepository } from '../requests/request.repository.js';
import type { RequestItemState, RequestState } from '../requests/request.js';
import { whyNotQuotable } from './quotable.js';
import { unknownItem } from './quote.errors.js';
import { QuoteRepository } from './quote.repository.js';
import { Quote, type QuoteTerms, type QuotedItem } from './quote.js';

export interface OfferQuote {
  readonly itemId: string;
  readonly terms: QuoteTerms;
  readonly access: Access;
}

/** Whoever holds an item quotes for it; an earlier quote that nobody answered gives way. */
@Injectable()
export class OfferQuoteHandler {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly requests: RequestRepository,
    private readonly reads: RequestReads,
    private readonly catalogue: CurrentCatalogue,
    private readonly calendar: OfficeCalendar,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for an item out of reach, `conflict` for one that is not held, has ended, is free or agreed. */
  async execute({ itemId, terms, access }: OfferQuote): Promise<string> {
    const requestId = await this.reads.requestOf(itemId);
    if (requestId === undefined) throw unknownItem();
    const catalogue = await this.catalogue.get();
    const id = newId();
    // Under the request's lock no item ends meanwhile.
    await this.requests.update(requestId, async (request) => {
      const state = request.snapshot();
      const item = state.items.find((candidate) => candidate.id === itemId);
      if (!item?.ticket || !access.covers(item.ticket)) throw unknownItem();
      const service = catalogue.service(item.serviceCode);
      if (!service) throw new Error(`no service ${item.serviceCode} in the catalogue`);
      const refusal = whyNotQuotable(item, service.feeBasis);
      if (refusal) throw refusal;
      const act = { by: access.principal.username, at: this.clock.now() };
      const quote = Quote.offer(id, quotedItem(state, item, service.name), terms, act, this.calendar.working);
      await this.quotes.updateStanding([itemId], (earlier) => earlier.makeRoom(act));
      await this.quotes.add(quote);
    });
    return id;
  }
}

function quotedItem(
  { id, requestNo, enterprise, regionCode, parkCode }: RequestState,
  { id: itemId, serviceCode, ticket }: RequestItemState,
  serviceName: LocalizedText,
): QuotedItem {
  return {
    requestId: id,
    requestNo,
    enterprise,
    regionCode,
    ...(parkCode !== undefined && { parkCode }),
    itemId,
    serviceCode,
    serviceName,
    ticketId: ticket?.id ?? '',
    nodePath: ticket?.nodePath ?? '',
    ...(ticket?.institutionId !== undefined && { institutionId: ticket.institutionId }),
    ...(ticket?.institutionName !== undefined && { institutionName: ticket.institutionName }),
  };
}

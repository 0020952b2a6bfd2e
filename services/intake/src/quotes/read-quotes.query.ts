import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Access, DEFAULT_PAGE } from '@nqi/platform';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { RequestReads } from '../requests/request-reads.repository.js';
import { whyNotQuotable } from './quotable.js';
import { unknownQuote } from './quote.errors.js';
import { QuoteRepository, type QuoteFilter } from './quote.repository.js';
import type { QuotePageView, QuoteView } from './quote.views.js';
import type { QuoteRecord } from './quote.js';

@Injectable()
export class ReadQuotesQuery {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly reads: RequestReads,
    private readonly catalogue: CurrentCatalogue,
    private readonly clock: Clock,
  ) {}

  async list(filter: QuoteFilter, access: Access, limit = DEFAULT_PAGE, cursor?: string): Promise<QuotePageView> {
    const { items, nextCursor } = await this.quotes.list(filter, access, limit, cursor);
    const page = { items: items.map((quote) => this.view(quote, access)), nextCursor };
    if (filter.itemId === undefined) return page;
    const agreed = items.some(({ status }) => status === 'ACCEPTED');
    return { ...page, mayOffer: !agreed && (await this.mayOffer(filter.itemId, access)) };
  }

  /** Throws `not_found` out of reach. */
  async one(id: string, access: Access): Promise<QuoteView> {
    const quote = await this.quotes.find(id, access);
    if (!quote) throw unknownQuote();
    return this.view(quote, access);
  }

  private async mayOffer(itemId: string, { principal }: Access): Promise<boolean> {
    const offering = Access.of(principal, 'quote.offer');
    const requestId = offering && (await this.reads.requestOf(itemId));
    const found = requestId === undefined ? undefined : await this.reads.find(requestId);
    const item = found?.state.items.find(({ id }) => id === itemId);
    if (!offering || !item?.ticket || !offering.covers(item.ticket)) return false;
    const service = (await this.catalogue.get()).service(item.serviceCode);
    return service !== undefined && whyNotQuotable(item, service.feeBasis) === undefined;
  }

  private view(quote: QuoteRecord, { principal }: Access): QuoteView {
    const { enterprise, offeredBy } = quote;
    const isStaff = principal.organizationKind !== 'enterprise';
    const now = this.clock.now();
    const open = quote.status === 'OFFERED' && now < quote.expiresAt;
    const answers = Access.of(principal, 'quote.answer')?.covers({ enterpriseUscc: enterprise.uscc });
    return {
      id: quote.id,
      requestId: quote.requestId,
      requestNo: quote.requestNo,
      itemId: quote.itemId,
      serviceCode: quote.serviceCode,
      serviceName: quote.serviceName,
      enterprise,
      institutionName: quote.institutionName,
      lines: quote.lines,
      totalFen: quote.totalFen,
      validUntil: quote.validUntil,
      remark: quote.remark,
      // The day is over, whether or not anybody has noted it yet.
      status: quote.status === 'OFFERED' && !open ? 'EXPIRED' : quote.status,
      offeredAt: quote.offeredAt,
      ...(isStaff && { offeredBy }),
      endedAt: quote.endedAt,
      reason: quote.reason,
      actions: [
        ...(open && answers ? ['accept', 'decline'] : []),
        ...(open && Access.of(principal, 'quote.offer')?.covers(quote) ? ['withdraw'] : []),
      ],
      version: quote.version,
    };
  }
}

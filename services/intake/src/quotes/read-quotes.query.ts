import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Access, DEFAULT_PAGE } from '@nqi/platform';
import { unknownQuote } from './quote.errors.js';
import { QuoteRepository, type QuoteFilter } from './quote.repository.js';
import type { QuotePageView, QuoteView } from './quote.views.js';
import type { QuoteRecord } from './quote.js';

@Injectable()
export class ReadQuotesQuery {
  constructor(
    private readonly quotes: QuoteRepository,
    private readonly clock: Clock,
  ) {}

  async list(filter: QuoteFilter, access: Access, limit = DEFAULT_PAGE, cursor?: string): Promise<QuotePageView> {
    const { items, nextCursor } = await this.quotes.list(filter, access, limit, cursor);
    return { items: items.map((quote) => this.view(quote, access)), nextCursor };
  }

  /** Throws `not_found` out of reach. */
  async one(id: string, access: Access): Promise<QuoteView> {
    const quote = await this.quotes.find(id, access);
    if (!quote) throw unknownQuote();
    return this.view(quote, access);
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

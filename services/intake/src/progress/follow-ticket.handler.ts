import { Injectable } from '@nestjs/common';
import { RequestRepository } from '../requests/request.repository.js';
import type { TicketFacts, TicketNews } from '../requests/ticket-news.js';
import { ProgressAnnouncer } from './progress.announcer.js';

export interface FollowTicket {
  readonly requestId: string;
  readonly itemId: string;
  readonly ticket: TicketFacts;
  readonly news: TicketNews;
  readonly at: Date;
}

/** Lets a request follow one of its tickets. News of a request that is not ours changes nothing. */
@Injectable()
export class FollowTicketHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly announcer: ProgressAnnouncer,
  ) {}

  async execute({ requestId, itemId, ticket, news, at }: FollowTicket): Promise<void> {
    if (news.kind === 'routed') {
      const enterpriseUscc = await this.requests.route({ itemId, ticket, news, at });
      if (enterpriseUscc !== undefined) return this.announcer.changed(requestId, enterpriseUscc, news.kind);
    }
    await this.requests.update(requestId, (request) => {
      const before = request.snapshot();
      request.follow(itemId, ticket, news, at);
      if (request.snapshot() !== before) this.announcer.changed(requestId, before.enterprise.uscc, news.kind);
    });
  }
}

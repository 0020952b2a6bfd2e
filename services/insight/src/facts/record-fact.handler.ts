import { Injectable } from '@nestjs/common';
import type { NodeName, RequestNews, TicketFacts, TicketNews } from './fact.js';
import { FactRepository } from './fact.repository.js';

/** Keeps what an event tells; counting is left to whoever asks. */
@Injectable()
export class RecordFactHandler {
  constructor(private readonly facts: FactRepository) {}

  ofTicket(facts: TicketFacts, news: TicketNews, seenAt: Date): Promise<void> {
    return this.facts.ticket(facts, news, seenAt);
  }

  ofRequest(news: RequestNews): Promise<void> {
    return this.facts.request(news);
  }

  ofNode(name: NodeName): Promise<void> {
    return this.facts.node(name);
  }
}

import { Injectable } from '@nestjs/common';
import type { NodeName, RequestNews, Source, TicketFacts, TicketNews } from './fact.js';
import { FactRepository } from './fact.repository.js';

/** Keeps what an event tells; counting is left to whoever asks. */
@Injectable()
export class RecordFactHandler {
  constructor(private readonly facts: FactRepository) {}

  ofTicket(facts: TicketFacts, news: TicketNews, source: Source): Promise<void> {
    return this.facts.ticket(facts, news, source);
  }

  ofRequest(news: RequestNews, source: Source): Promise<void> {
    return this.facts.request(news, source);
  }

  ofNode(name: NodeName, source: Source): Promise<void> {
    return this.facts.node(name, source);
  }
}

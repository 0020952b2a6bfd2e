import type { NodeName, RequestNews, TicketFacts, TicketNews } from './fact.js';

/** Where facts are kept. Every call may be repeated and may come late: older news never undoes newer. */
export abstract class FactRepository {
  abstract ticket(facts: TicketFacts, news: TicketNews, seenAt: Date): Promise<void>;
  abstract request(news: RequestNews): Promise<void>;
  abstract node(name: NodeName): Promise<void>;
}

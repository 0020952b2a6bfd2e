import type { NodeName, RequestNews, Source, TicketFacts, TicketNews } from './fact.js';

/** Where facts are kept. Each event is told once; in whatever order one thing's events come, its row is the same in the end. */
export abstract class FactRepository {
  abstract ticket(facts: TicketFacts, news: TicketNews, source: Source): Promise<void>;
  abstract request(news: RequestNews, source: Source): Promise<void>;
  abstract node(name: NodeName, source: Source): Promise<void>;
}

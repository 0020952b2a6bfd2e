import type { News } from './enterprise-news.js';

/** Where news of an enterprise's requests leave for its own system. */
export abstract class NewsOutlet {
  /** Part of the ambient transaction, which holds the request's lock: so the news of a request keep their order. */
  abstract tell(news: readonly News[]): Promise<void>;
}

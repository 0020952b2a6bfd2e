import { PublicationRepository } from '@nqi/platform';
import type { Publication } from '@nqi/kernel';
import type { Catalogue, CatalogueContent } from '../catalogue.js';

export interface PublishedEdition {
  readonly version: string;
  readonly effectiveFrom: Date;
}

/** Where editions of the catalogue are kept. A published one never changes, and none is ever deleted. */
export abstract class EditionRepository extends PublicationRepository<CatalogueContent> {
  /** All that were published, in the order in which they take effect. */
  abstract publishedEditions(): Promise<PublishedEdition[]>;

  /** One edition as people file under it; undefined when there is none. */
  abstract load(version: string): Promise<Catalogue | undefined>;

  /** The newest one that came with a release, whatever became of it. */
  abstract newestShipped(): Promise<{ readonly content: CatalogueContent; readonly count: number } | undefined>;

  /** Who drafted the edition that takes effect last. */
  abstract lastDrafter(): Promise<string | undefined>;

  /** Adds one that came with a release, published or as a draft. */
  abstract install(edition: Publication<CatalogueContent>): Promise<void>;
}

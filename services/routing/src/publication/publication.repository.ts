import type { Publication } from './publication.js';

/** Where the versions of one kind of policy are kept. */
export abstract class PublicationRepository<Content> {
  /**
   * The one in force at an instant, as of a version of the network: a publication raises that version, and a decision by
   * an older one is refused by the database. No query while the version is the one last asked for.
   */
  abstract publishedAt(at: Date, networkVersion: number): Promise<Publication<Content> | undefined>;

  /** Newest first, bounded; a cursor is the last version of the page before. */
  abstract list(page: { readonly limit: number; readonly after?: string }): Promise<Publication<Content>[]>;

  abstract get(version: string): Promise<Publication<Content> | undefined>;

  /** False when the version is taken. */
  abstract add(publication: Publication<Content>): Promise<boolean>;

  /**
   * Locks, changes and writes one of them in a transaction; a change that publishes it raises the network's version.
   * Throws `not_found`, and `conflict` when another one takes effect at the same instant.
   */
  abstract change(
    version: string,
    change: (publication: Publication<Content>) => Publication<Content>,
  ): Promise<Publication<Content>>;

  /** Adds a published one when nothing is published yet. */
  abstract seed(publication: Publication<Content>): Promise<void>;
}

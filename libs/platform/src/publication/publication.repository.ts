import type { Publication } from '@nqi/kernel';

/** A publication without what it says. */
export type PublicationRecord = Omit<Publication<unknown>, 'content'>;

/** Where the versions of one kind of policy are kept. */
export abstract class PublicationRepository<Content> {
  /** Newest first, bounded, without what they say; a cursor is the last version of the page before. */
  abstract list(page: { readonly limit: number; readonly after?: string }): Promise<PublicationRecord[]>;

  abstract get(version: string): Promise<Publication<Content> | undefined>;

  /** False when the version is taken. */
  abstract add(publication: Publication<Content>): Promise<boolean>;

  /**
   * Locks, changes and writes one of them in a transaction; publications of one kind queue. Throws `not_found`, and `conflict`
   * when another one takes effect at the same instant.
   */
  abstract change(
    version: string,
    change: (publication: Publication<Content>) => Publication<Content>,
  ): Promise<Publication<Content>>;

  /** Adds a published one when nothing is published yet. */
  abstract seed(publication: Publication<Content>): Promise<void>;
}

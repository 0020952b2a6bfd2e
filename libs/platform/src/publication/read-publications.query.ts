import { differences, type Difference, type Publication, type TwoPersonRule } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '../paging.js';
import type { PublicationRepository } from './publication.repository.js';
import { publicationView, recordView, type PublicationRecordView, type PublicationView } from './publication.view.js';

/** One kind of policy as staff see it. */
export class ReadPublicationsQuery<Content extends object> {
  constructor(
    private readonly publications: PublicationRepository<Content>,
    private readonly rule: TwoPersonRule<Content>,
    /** The version that things are done by at this moment. */
    private readonly inForce: () => Promise<string | undefined>,
  ) {}

  async page({
    limit = DEFAULT_PAGE,
    cursor,
  }: {
    limit?: number;
    cursor?: string;
  }): Promise<Page<PublicationRecordView>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const found = await this.publications.list({ limit: limit + 1, ...(after !== undefined && { after }) });
    const inForce = await this.inForce();
    return toPage(
      found,
      limit,
      ({ version }) => [version],
      (record) => recordView(record, inForce),
    );
  }

  async one(version: string): Promise<PublicationView> {
    return this.viewOf(await this.require(version));
  }

  async viewOf(publication: Publication<Content>): Promise<PublicationView> {
    return publicationView(publication, await this.inForce());
  }

  /** From `version` to `other`. */
  async diff(version: string, other: string): Promise<Difference[]> {
    const [before, after] = [await this.require(version), await this.require(other)];
    return differences(before.content, after.content);
  }

  private async require(version: string): Promise<Publication<Content>> {
    const publication = await this.publications.get(version);
    if (!publication) throw this.rule.errors.unknown(version);
    return publication;
  }
}

import type { Clock } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '@nqi/platform';
import type { NetworkRepository } from '../network/network.repository.js';
import { differences, type Difference } from './json-diff.js';
import type { Publication, TwoPersonRule } from './publication.js';
import type { PublicationRepository } from './publication.repository.js';
import { publicationView, type PublicationView } from './publication.view.js';

/** One kind of policy as staff see it. */
export class ReadPublicationsQuery<Content extends object> {
  constructor(
    private readonly publications: PublicationRepository<Content>,
    private readonly rule: TwoPersonRule<Content>,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  async page({ limit = DEFAULT_PAGE, cursor }: { limit?: number; cursor?: string }): Promise<Page<PublicationView>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const found = await this.publications.list({ limit: limit + 1, ...(after !== undefined && { after }) });
    const inForce = await this.inForce();
    return toPage(
      found,
      limit,
      ({ version }) => [version],
      (publication) => publicationView(publication, inForce),
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

  private async inForce(): Promise<string | undefined> {
    const { version } = await this.networks.current();
    return (await this.publications.publishedAt(this.clock.now(), version))?.version;
  }

  private async require(version: string): Promise<Publication<Content>> {
    const publication = await this.publications.get(version);
    if (!publication) throw this.rule.errors.unknown(version);
    return publication;
  }
}

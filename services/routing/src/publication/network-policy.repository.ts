import type { Publication } from '@nqi/kernel';
import { PublicationRepository } from '@nqi/platform';

/** Where the versions of a policy are kept that decisions about tickets are made by. */
export abstract class NetworkPolicyRepository<Content> extends PublicationRepository<Content> {
  /**
   * The one in force at an instant, as of a version of the network: a publication raises that version, and a decision by
   * an older one is refused by the database. No query while the version is the one last asked for.
   */
  abstract publishedAt(at: Date, networkVersion: number): Promise<Publication<Content> | undefined>;
}

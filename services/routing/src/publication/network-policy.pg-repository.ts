import { inForceAt, type Publication } from '@nqi/kernel';
import { PgPublicationRepository } from '@nqi/platform';
import type { NetworkPolicyRepository } from './network-policy.repository.js';

/** Publications queue here. */
const NEXT_NETWORK_VERSION = `UPDATE network_version SET version = version + 1`;

/** Policies whose publication raises the network's version. */
export class PgNetworkPolicyRepository<Content>
  extends PgPublicationRepository<Content>
  implements NetworkPolicyRepository<Content>
{
  private seen: { readonly networkVersion: number; readonly published: readonly Publication<Content>[] } | undefined;

  async publishedAt(at: Date, networkVersion: number): Promise<Publication<Content> | undefined> {
    let seen = this.seen;
    if (seen?.networkVersion !== networkVersion)
      seen = this.seen = { networkVersion, published: await this.published() };
    return inForceAt(seen.published, at);
  }

  protected async beforePublishing(): Promise<void> {
    await this.database.write(NEXT_NETWORK_VERSION);
  }
}

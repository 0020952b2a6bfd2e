import type { Clock } from '@nqi/kernel';
import type { Idempotency } from '@nqi/platform';
import type { NetworkRepository } from '../network/network.repository.js';
import { DraftHandler } from './draft.handler.js';
import type { TwoPersonRule } from './publication.js';
import type { PublicationRepository } from './publication.repository.js';
import { PublishHandler } from './publish.handler.js';
import { ReadPublicationsQuery } from './read-publications.query.js';

/** All that people do with one kind of policy. */
export class PublicationDesk<Content extends object> {
  readonly drafts: DraftHandler<Content>;
  readonly steps: PublishHandler<Content>;
  readonly reading: ReadPublicationsQuery<Content>;

  /** `operation` names its drafting to the idempotency store. */
  constructor(
    operation: string,
    rule: TwoPersonRule<Content>,
    publications: PublicationRepository<Content>,
    networks: NetworkRepository,
    idempotency: Idempotency,
    clock: Clock,
  ) {
    this.drafts = new DraftHandler(publications, rule, operation, idempotency, clock);
    this.steps = new PublishHandler(publications, rule, clock);
    this.reading = new ReadPublicationsQuery(publications, rule, networks, clock);
  }
}

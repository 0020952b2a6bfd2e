import type { Clock, TwoPersonRule } from '@nqi/kernel';
import type { Idempotency } from '../idempotency.js';
import { DraftHandler } from './draft.handler.js';
import type { PublicationRepository } from './publication.repository.js';
import { PublishHandler } from './publish.handler.js';
import { ReadPublicationsQuery } from './read-publications.query.js';

/** All that people do with one kind of policy. */
export class PublicationDesk<Content extends object> {
  readonly drafts: DraftHandler<Content>;
  readonly steps: PublishHandler<Content>;
  readonly reading: ReadPublicationsQuery<Content>;

  /** `operation` names its drafting to the idempotency store, `inForce` the version that things are done by now. */
  constructor(
    operation: string,
    rule: TwoPersonRule<Content>,
    publications: PublicationRepository<Content>,
    inForce: () => Promise<string | undefined>,
    idempotency: Idempotency,
    clock: Clock,
  ) {
    this.drafts = new DraftHandler(publications, rule, operation, idempotency, clock);
    this.steps = new PublishHandler(publications, rule, clock);
    this.reading = new ReadPublicationsQuery(publications, rule, inForce);
  }
}

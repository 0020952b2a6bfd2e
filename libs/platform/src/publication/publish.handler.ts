import type { Clock, Publication, TwoPersonRule } from '@nqi/kernel';
import type { Access } from '../access.js';
import { assertVersion } from '../versions.js';
import type { PublicationRepository } from './publication.repository.js';

interface Target {
  readonly version: string;
  readonly expectedVersion?: number;
}

/** The steps of one kind of policy from draft to being in force. */
export class PublishHandler<Content> {
  constructor(
    private readonly publications: PublicationRepository<Content>,
    private readonly rule: TwoPersonRule<Content>,
    private readonly clock: Clock,
  ) {}

  edit(target: Target, content: unknown): Promise<Publication<Content>> {
    return this.change(target, (draft) => this.rule.edited(draft, content));
  }

  propose(target: Target, { principal }: Access, effectiveFrom: string): Promise<Publication<Content>> {
    const from = new Date(effectiveFrom);
    return this.change(target, (draft) => this.rule.proposed(draft, principal.userId, from, this.clock.now()));
  }

  approve(target: Target, { principal }: Access): Promise<Publication<Content>> {
    return this.change(target, (proposal) => this.rule.approved(proposal, principal, this.clock.now()));
  }

  retire(target: Target): Promise<Publication<Content>> {
    return this.change(target, (publication) => this.rule.retired(publication));
  }

  private change({ version, expectedVersion }: Target, step: (before: Publication<Content>) => Publication<Content>) {
    return this.publications.change(version, (publication) => {
      assertVersion(expectedVersion, publication.rowVersion);
      return step(publication);
    });
  }
}

import type { Clock, TwoPersonRule } from '@nqi/kernel';
import type { Access } from '../access.js';
import type { Idempotency } from '../idempotency.js';
import type { PublicationRepository } from './publication.repository.js';

export interface Draft {
  readonly version: string;
  /** Version to copy from. */
  readonly basedOn: string;
  /** Instead of the copy's. */
  readonly content?: unknown;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Begins a new version of one kind of policy as a copy of a known one. */
export class DraftHandler<Content> {
  constructor(
    private readonly publications: PublicationRepository<Content>,
    private readonly rule: TwoPersonRule<Content>,
    /** Names the operation to the idempotency store. */
    private readonly operation: string,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  execute({ version, basedOn, content, access, idempotencyKey }: Draft): Promise<{ version: string }> {
    const owner = `${access.principal.organizationId}/${this.operation}`;
    return this.idempotency.once(owner, idempotencyKey, { version, basedOn, content }, async () => {
      const source = await this.publications.get(basedOn);
      if (!source) throw this.rule.errors.unknown(basedOn, '/basedOn');
      const added = await this.publications.add({
        version,
        status: 'DRAFT',
        basedOn,
        content: content === undefined ? source.content : this.rule.checked(content),
        draftedBy: access.principal.username,
        createdAt: this.clock.now(),
        rowVersion: 1,
      });
      if (!added) throw this.rule.errors.versionTaken(version);
      return { version };
    });
  }
}

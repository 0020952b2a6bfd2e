import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { noSuchRuleSet, versionTaken } from './rule-set.errors.js';
import { RuleSetRepository } from './rule-sets.repository.js';
import { checkedContent, type StoredRuleSet } from './stored-rule-set.js';

export interface DraftRuleSet {
  readonly version: string;
  /** Version to copy from. */
  readonly basedOn: string;
  /** Instead of the copy's. */
  readonly content?: unknown;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Begins a new version as a copy of a known one. */
@Injectable()
export class DraftRuleSetHandler {
  constructor(
    private readonly ruleSets: RuleSetRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  execute({ version, basedOn, content, access, idempotencyKey }: DraftRuleSet): Promise<{ version: string }> {
    const owner = `${access.principal.organizationId}/ruleset.draft`;
    return this.idempotency.once(owner, idempotencyKey, { version, basedOn, content }, async () => {
      const source = await this.ruleSets.get(basedOn);
      if (!source) throw noSuchRuleSet(basedOn, '/basedOn');
      const draft: StoredRuleSet = {
        version,
        status: 'DRAFT',
        basedOn,
        content: content === undefined ? source.content : checkedContent(content),
        draftedBy: access.principal.username,
        createdAt: this.clock.now(),
        rowVersion: 1,
      };
      if (!(await this.ruleSets.add(draft))) throw versionTaken(version);
      return { version };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { RuleSetRepository } from './rule-sets.repository.js';
import { approved, edited, proposed, retired, type StoredRuleSet } from './stored-rule-set.js';

interface Target {
  readonly version: string;
  readonly expectedVersion?: number;
}

/** The steps of a rule set from draft to being in force. */
@Injectable()
export class ChangeRuleSetHandler {
  constructor(
    private readonly ruleSets: RuleSetRepository,
    private readonly clock: Clock,
  ) {}

  edit(target: Target, content: unknown): Promise<StoredRuleSet> {
    return this.change(target, (ruleSet) => edited(ruleSet, content));
  }

  propose(target: Target, { principal }: Access, effectiveFrom: string): Promise<StoredRuleSet> {
    const from = new Date(effectiveFrom);
    return this.change(target, (ruleSet) => proposed(ruleSet, principal.userId, from, this.clock.now()));
  }

  approve(target: Target, { principal }: Access): Promise<StoredRuleSet> {
    return this.change(target, (ruleSet) => approved(ruleSet, principal.userId, this.clock.now()));
  }

  retire(target: Target): Promise<StoredRuleSet> {
    return this.change(target, retired);
  }

  private change({ version, expectedVersion }: Target, step: (ruleSet: StoredRuleSet) => StoredRuleSet) {
    return this.ruleSets.change(version, (ruleSet) => {
      assertVersion(expectedVersion, ruleSet.rowVersion);
      return step(ruleSet);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { PgNetworkPolicyRepository } from '../publication/network-policy.pg-repository.js';
import { RULE_SET, type RuleSet } from '../rules/rule-set.js';
import type { RuleSetRepository } from './rule-sets.repository.js';
import { RULE_SETS, completed, ruleSetOf, type RuleSetContent, type StoredRuleSet } from './stored-rule-set.js';

@Injectable()
export class PgRuleSetRepository extends PgNetworkPolicyRepository<RuleSetContent> implements RuleSetRepository {
  /** The one last handed out, so that its preparation is not paid per decision. */
  private handed: { readonly from: StoredRuleSet; readonly ruleSet: RuleSet } | undefined;

  constructor(database: Database) {
    super(database, 'rule_set', RULE_SETS.errors);
  }

  async inForce(at: Date, networkVersion: number): Promise<RuleSet> {
    const stored = await this.publishedAt(at, networkVersion);
    if (!stored) return RULE_SET;
    if (this.handed?.from !== stored) this.handed = { from: stored, ruleSet: ruleSetOf(stored) };
    return this.handed.ruleSet;
  }

  protected override completed(content: RuleSetContent): RuleSetContent {
    return completed(content);
  }
}

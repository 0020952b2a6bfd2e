import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { differences, type Difference } from './rule-set-diff.js';
import { noSuchRuleSet } from './rule-set.errors.js';
import { ruleSetView, type RuleSetView } from './rule-set.view.js';
import { RuleSetRepository } from './rule-sets.repository.js';
import { type StoredRuleSet } from './stored-rule-set.js';

/** Rule sets as staff see them. */
@Injectable()
export class ReadRuleSetsQuery {
  constructor(
    private readonly ruleSets: RuleSetRepository,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  async page({ limit = DEFAULT_PAGE, cursor }: { limit?: number; cursor?: string }): Promise<Page<RuleSetView>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const found = await this.ruleSets.list({ limit: limit + 1, ...(after !== undefined && { after }) });
    const inForce = await this.inForce();
    return toPage(
      found,
      limit,
      ({ version }) => [version],
      (ruleSet) => ruleSetView(ruleSet, inForce),
    );
  }

  async one(version: string): Promise<RuleSetView> {
    return this.viewOf(await this.require(version));
  }

  async viewOf(ruleSet: StoredRuleSet): Promise<RuleSetView> {
    return ruleSetView(ruleSet, await this.inForce());
  }

  /** From `version` to `other`. */
  async diff(version: string, other: string): Promise<Difference[]> {
    const [before, after] = [await this.require(version), await this.require(other)];
    return differences(before.content, after.content);
  }

  private async inForce(): Promise<string> {
    const { version } = await this.networks.current();
    return (await this.ruleSets.inForce(this.clock.now(), version)).version;
  }

  private async require(version: string): Promise<StoredRuleSet> {
    const ruleSet = await this.ruleSets.get(version);
    if (!ruleSet) throw noSuchRuleSet(version);
    return ruleSet;
  }
}

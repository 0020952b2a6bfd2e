import { Injectable } from '@nestjs/common';
import { Clock, shipped } from '@nqi/kernel';
import { RULE_SET } from '../rules/rule-set.js';
import { RuleSetRepository } from './rule-sets.repository.js';

/** Puts the shipped rule set in force from the beginning, where none was ever published; afterwards people decide. */
@Injectable()
export class SeedRuleSetsHandler {
  constructor(
    private readonly ruleSets: RuleSetRepository,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    const { version, ...content } = RULE_SET;
    return this.ruleSets.seed(shipped(version, content, this.clock.now()));
  }
}

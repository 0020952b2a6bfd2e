import { RuleSetDesk } from './rule-set-desk.handler.js';
import { RuleSetsController } from './rule-sets.controller.js';
import { PgRuleSetRepository } from './rule-sets.pg-repository.js';
import { RuleSetRepository } from './rule-sets.repository.js';
import { SeedRuleSetsHandler } from './seed-rule-sets.handler.js';

/** What the routing module runs of rule sets. */
export const RULE_SET_CONTROLLERS = [RuleSetsController];

export const RULE_SET_PROVIDERS = [
  { provide: RuleSetRepository, useClass: PgRuleSetRepository },
  SeedRuleSetsHandler,
  RuleSetDesk,
];

import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Idempotency } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { NetworkPolicyDesk } from '../publication/network-policy-desk.handler.js';
import { RuleSetRepository } from './rule-sets.repository.js';
import { RULE_SETS, type RuleSetContent } from './stored-rule-set.js';

@Injectable()
export class RuleSetDesk extends NetworkPolicyDesk<RuleSetContent> {
  constructor(ruleSets: RuleSetRepository, networks: NetworkRepository, idempotency: Idempotency, clock: Clock) {
    super('ruleset.draft', RULE_SETS, ruleSets, networks, idempotency, clock);
  }
}

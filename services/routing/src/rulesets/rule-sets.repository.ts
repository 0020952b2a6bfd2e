import { NetworkPolicyRepository } from '../publication/network-policy.repository.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { RuleSetContent } from './stored-rule-set.js';

/** Where rule sets are kept. */
export abstract class RuleSetRepository extends NetworkPolicyRepository<RuleSetContent> {
  /** The rule set in force at an instant, as of a version of the network; the shipped one before any was published. */
  abstract inForce(at: Date, networkVersion: number): Promise<RuleSet>;
}

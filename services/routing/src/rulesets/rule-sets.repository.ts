import type { RuleSet } from '../rules/rule-set.js';
import type { StoredRuleSet } from './stored-rule-set.js';

/** Where rule sets are kept. */
export abstract class RuleSetRepository {
  /**
   * The rule set in force at an instant, as of a version of the network: a publication raises that version, and a
   * decision by an older one is refused by the database. No query while the version is the one last asked for.
   */
  abstract inForce(at: Date, networkVersion: number): Promise<RuleSet>;

  /** Newest first, bounded; a cursor is the last version of the page before. */
  abstract list(page: { readonly limit: number; readonly after?: string }): Promise<StoredRuleSet[]>;

  abstract get(version: string): Promise<StoredRuleSet | undefined>;

  /** False when the version is taken. */
  abstract add(ruleSet: StoredRuleSet): Promise<boolean>;

  /**
   * Locks, changes and writes one rule set in a transaction; a change that publishes it raises the network's version.
   * Throws `not_found`, and `conflict` when another one takes effect at the same instant.
   */
  abstract change(version: string, change: (ruleSet: StoredRuleSet) => StoredRuleSet): Promise<StoredRuleSet>;

  /** Adds a published rule set when nothing is published yet. */
  abstract seed(ruleSet: StoredRuleSet): Promise<void>;
}

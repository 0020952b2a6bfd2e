import { RULE_SET, type RuleSet } from '../rules/rule-set.js';
import { type Publication, PublicationErrors, TwoPersonRule } from '@nqi/kernel';
import { ruleSetFaults } from './rule-set-faults.js';

export type RuleSetContent = Omit<RuleSet, 'version'>;
export type StoredRuleSet = Publication<RuleSetContent>;

const { version: _version, ...SHIPPED } = RULE_SET;

export const RULE_SETS = new TwoPersonRule<RuleSetContent>(
  new PublicationErrors('RULE_SET', { zh: '规则集', en: 'rule set' }),
  ruleSetFaults,
);

/**
 * A content stored before a field was added gets the shipped value, a new weight nothing. A level that the law asks for,
 * offices beside a full one and acts that bind beyond their end are nothing either until two people publish them, so
 * that old receipts replay to themselves.
 */
export function completed(content: RuleSetContent): RuleSetContent {
  const older = content as Partial<RuleSetContent>;
  const unweighed = Object.fromEntries(Object.keys(SHIPPED.weights).map((part) => [part, 0]));
  return {
    ...SHIPPED,
    ...content,
    statutoryLevels: older.statutoryLevels ?? [],
    besideWithinKilometres: older.besideWithinKilometres ?? 0,
    qualificationAfterAct: older.qualificationAfterAct ?? true,
    weights: { ...unweighed, ...content.weights },
    levelScores: { ...SHIPPED.levelScores, ...content.levelScores },
  };
}

/** What the router takes. */
export function ruleSetOf({ version, content }: Pick<StoredRuleSet, 'version' | 'content'>): RuleSet {
  return { ...completed(content), version };
}

import { RULE_SET, type RuleSet } from '../rules/rule-set.js';
import { type Publication, PublicationErrors, TwoPersonRule } from '@nqi/kernel';
import { ruleSetFaults } from './rule-set-faults.js';

export type RuleSetContent = Omit<RuleSet, 'version'>;
export type StoredRuleSet = Publication<RuleSetContent>;

export const RULE_SETS = new TwoPersonRule<RuleSetContent>(
  new PublicationErrors('RULE_SET', { zh: '规则集', en: 'rule set' }),
  ruleSetFaults,
);

/**
 * What the router takes: a content stored before a field was added gets the shipped value, a new weight nothing. A level
 * that the law asks for, offices beside a full one and acts that bind beyond their end are nothing either until two
 * people publish them, so that old receipts replay to themselves.
 */
export function ruleSetOf({ version, content }: Pick<StoredRuleSet, 'version' | 'content'>): RuleSet {
  const older = content as Partial<RuleSetContent>;
  const unweighed = Object.fromEntries(Object.keys(RULE_SET.weights).map((part) => [part, 0]));
  return {
    ...RULE_SET,
    ...content,
    statutoryLevels: older.statutoryLevels ?? [],
    besideWithinKilometres: older.besideWithinKilometres ?? 0,
    qualificationAfterAct: older.qualificationAfterAct ?? true,
    version,
    weights: { ...unweighed, ...content.weights },
    levelScores: { ...RULE_SET.levelScores, ...content.levelScores },
  };
}

import { RULE_SET, type RuleSet } from '../rules/rule-set.js';
import {
  backdated,
  badInstant,
  illegalStep,
  invalidContent,
  retiredVersion,
  samePerson,
  type RuleSetStep,
} from './rule-set.errors.js';
import { ruleSetFaults } from './rule-set-faults.js';

export const RULE_SET_STATUSES = ['DRAFT', 'PROPOSED', 'PUBLISHED', 'RETIRED'] as const;
export type RuleSetStatus = (typeof RULE_SET_STATUSES)[number];
export type RuleSetContent = Omit<RuleSet, 'version'>;

/** A rule set with its way from a draft to being in force. A published one never changes: decisions name it. */
export interface StoredRuleSet {
  readonly version: string;
  readonly status: RuleSetStatus;
  /** The version it was copied from. */
  readonly basedOn?: string;
  readonly content: RuleSetContent;
  readonly draftedBy: string;
  readonly createdAt: Date;
  readonly proposedBy?: string;
  readonly approvedBy?: string;
  /** From this instant on it is in force, until a later one is. */
  readonly effectiveFrom?: Date;
  readonly publishedAt?: Date;
  readonly rowVersion: number;
}

/** Throws `invalid` naming every field that is wrong. */
export function checkedContent(content: unknown): RuleSetContent {
  const faults = ruleSetFaults(content);
  if (faults.length > 0) throw invalidContent(faults);
  return content as RuleSetContent;
}

export function edited(ruleSet: StoredRuleSet, content: unknown): StoredRuleSet {
  assertStep(ruleSet, 'edit', ['DRAFT']);
  return next(ruleSet, { content: checkedContent(content) });
}

/** First of the two people: this draft, from that instant on. */
export function proposed(ruleSet: StoredRuleSet, by: string, effectiveFrom: Date, at: Date): StoredRuleSet {
  assertStep(ruleSet, 'propose', ['DRAFT']);
  checkedContent(ruleSet.content);
  assertNotPast(effectiveFrom, at);
  return next(ruleSet, { status: 'PROPOSED', proposedBy: by, effectiveFrom });
}

/** Second of the two people; from the effective instant on, which must still lie ahead, every decision is made by it. */
export function approved(ruleSet: StoredRuleSet, by: string, at: Date): StoredRuleSet {
  assertStep(ruleSet, 'approve', ['PROPOSED']);
  if (ruleSet.proposedBy === by) throw samePerson();
  assertNotPast(ruleSet.effectiveFrom ?? at, at);
  return next(ruleSet, { status: 'PUBLISHED', approvedBy: by, publishedAt: at });
}

/** Gives up a draft or refuses a proposal; a published one stays, since decisions were made by it. */
export function retired(ruleSet: StoredRuleSet): StoredRuleSet {
  assertStep(ruleSet, 'retire', ['DRAFT', 'PROPOSED']);
  return next(ruleSet, { status: 'RETIRED' });
}

/** What the router takes: a content stored before a field was added gets the shipped value, a new weight nothing. */
export function ruleSetOf({ version, content }: Pick<StoredRuleSet, 'version' | 'content'>): RuleSet {
  const unweighed = Object.fromEntries(Object.keys(RULE_SET.weights).map((part) => [part, 0]));
  return {
    ...RULE_SET,
    ...content,
    version,
    weights: { ...unweighed, ...content.weights },
    levelScores: { ...RULE_SET.levelScores, ...content.levelScores },
  };
}

/** Of published ones, the one with the latest effective instant that has come; undefined before the first. */
export function inForceAt(published: readonly StoredRuleSet[], at: Date): StoredRuleSet | undefined {
  let found: StoredRuleSet | undefined;
  for (const ruleSet of published) {
    if (ruleSet.effectiveFrom === undefined || ruleSet.effectiveFrom > at) continue;
    if (found?.effectiveFrom === undefined || ruleSet.effectiveFrom > found.effectiveFrom) found = ruleSet;
  }
  return found;
}

function next(ruleSet: StoredRuleSet, change: Partial<StoredRuleSet>): StoredRuleSet {
  return { ...ruleSet, ...change, rowVersion: ruleSet.rowVersion + 1 };
}

function assertStep({ status }: StoredRuleSet, step: RuleSetStep, from: readonly RuleSetStatus[]): void {
  if (from.includes(status)) return;
  throw status === 'RETIRED' ? retiredVersion() : illegalStep(step, status);
}

/** Decisions already made are never judged by rules that were published after them. */
function assertNotPast(effectiveFrom: Date, at: Date): void {
  if (Number.isNaN(effectiveFrom.getTime())) throw badInstant();
  if (effectiveFrom < at) throw backdated(effectiveFrom);
}

import type { Institution, ServiceGrade } from '../network/institution.js';
import type { RoutingInput, Score } from './decision.js';
import type { TrackRecord } from './past-work.js';
import type { Relation, RuleSet } from './rule-set.js';

/** What counts in the score of one institution that passed every filter. */
export interface ScoreFacts {
  readonly relation: Relation;
  readonly kilometres?: number;
  readonly openTickets: number;
  readonly specialist: boolean;
  readonly record?: TrackRecord;
  readonly earlier: boolean;
  readonly institution: Pick<Institution, 'riskClass' | 'serviceGrade'>;
}

/** A part of which nothing is known: neither good nor bad. */
const NEUTRAL = 0.5;
const GRADES: Readonly<Record<ServiceGrade, number>> = { A: 1, B: 0.7, C: 0.4, D: 0.1 };

/** Every part lies between 0 and its weight; a fact that is missing counts the same for everybody. */
export function score(facts: ScoreFacts, { limitDays }: Pick<RoutingInput, 'limitDays'>, rules: RuleSet): Score {
  const { weights } = rules;
  const parts = {
    level: round(weights.level * rules.levelScores[facts.relation]),
    distance: round(weights.distance * closeness(facts.kilometres, rules)),
    load: round(weights.load * clamp(1 - facts.openTickets / rules.institutionCapacity)),
    specialism: round(facts.specialist ? weights.specialism : 0),
    forecast: round(weights.forecast * forecast(facts, limitDays, rules)),
    onTime: round(weights.onTime * onTimeRate(facts.record, rules)),
    continuity: round(facts.earlier ? weights.continuity : 0),
    grade: round(weights.grade * gradeOf(facts.institution)),
  };
  return { ...parts, total: round(Object.values(parts).reduce((sum, part) => sum + part, 0)) };
}

/** Bayesian mean: with few cases near to what is expected of anybody, with many the rate itself. */
export function onTimeRate(record: TrackRecord | undefined, rules: RuleSet): number {
  const { onTimePrior, onTimePriorCases } = rules;
  const cases = (record?.met ?? 0) + (record?.missed ?? 0) + onTimePriorCases;
  return clamp(cases === 0 ? onTimePrior : ((record?.met ?? 0) + onTimePriorCases * onTimePrior) / cases);
}

function closeness(kilometres: number | undefined, { farthestKilometres }: RuleSet): number {
  return kilometres === undefined ? 0 : clamp(1 - kilometres / farthestKilometres);
}

/**
 * The share of the limit that is left when the queue and this case are done. What an institution finished says what it
 * can do only where it is more than the policy takes for granted: a quiet one is not a slow one.
 */
function forecast({ openTickets, record }: ScoreFacts, limitDays: number | undefined, rules: RuleSet): number {
  const perDay = Math.max(rules.dailyThroughput, record?.finishedPerDay ?? 0);
  if (limitDays === undefined || limitDays <= 0 || perDay === 0) return NEUTRAL;
  return clamp(1 - (openTickets + 1) / perDay / limitDays);
}

/** The platform's own grade; official risk class A goes first (DOMAIN section 6). */
function gradeOf({ riskClass, serviceGrade }: ScoreFacts['institution']): number {
  if (riskClass === 'A') return 1;
  return serviceGrade === undefined ? NEUTRAL : GRADES[serviceGrade];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

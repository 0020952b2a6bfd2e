import { NODE_LEVELS, type ServiceNodeLevel } from '../network/service-node.js';

/** What counts in a proposal; the parts of a score, each between 0 and 1 before it is weighed. */
export interface ScoreWeights {
  /** Nearest office first. */
  readonly level: number;
  readonly distance: number;
  readonly load: number;
  /** Made for just this category of objects, where others take anything. */
  readonly specialism: number;
  /** When it would be finished behind the queue, against the limit. */
  readonly forecast: number;
  /** Cases finished within their limit, so far as it is known. */
  readonly onTime: number;
  /** The enterprise's earlier case in the domain was done there. */
  readonly continuity: number;
  /** Service grade (分级), and priority for official risk class A. */
  readonly grade: number;
}

export type Relation = 'own-station' | 'own-county' | 'hub' | 'sibling' | 'province' | 'elsewhere';

/** The router's policy, as data: every decision names the version it was made by. */
export interface RuleSet {
  readonly version: string;
  readonly weights: ScoreWeights;
  readonly levelScores: Readonly<Record<Relation, number>>;
  /**
   * How far from a full office the offices beside it are asked before its items are lifted; 0 for not at all. A town's
   * border binds nobody (DOMAIN 2.5, rule 4: 就地就近), yet a client is not sent across the city.
   */
  readonly besideWithinKilometres: number;
  /** Beyond this distance nothing is lost any more. */
  readonly farthestKilometres: number;
  /** Open tickets at which an institution counts as full. */
  readonly institutionCapacity: number;
  /** Cases that an institution finishes in a working day, where its own record does not show more; 0 when not known. */
  readonly dailyThroughput: number;
  /** Expected share of cases on time, where an institution's record is short, and how many cases that guess is worth. */
  readonly onTimePrior: number;
  readonly onTimePriorCases: number;
  /** Services whose body the authority designates (指定): the client has no choice. A trailing `*` for any ending. */
  readonly statutoryServices: readonly string[];
  /** Qualifications by one of which the authority designates a body for the statutory services. */
  readonly designatingQualifications: readonly string[];
  /**
   * Whether such a qualification designates again where an act of the authority for the territory has run out. It is the
   * authority's to say who follows: if not, nobody is designated until it does, and a person at the hub places the item.
   */
  readonly qualificationAfterAct: boolean;
  /**
   * The lowest level whose office the law lets take a service; the first line that names it. Not what the catalogue
   * calls the performing level, which only says who usually does it.
   */
  readonly statutoryLevels: readonly { readonly services: readonly string[]; readonly level: ServiceNodeLevel }[];
  /** The first line that names the service says which qualifications it takes; one of them is enough. */
  readonly qualificationRules: readonly { readonly services: readonly string[]; readonly anyOf: readonly string[] }[];
}

/**
 * Pattern approval is the province's (计量器具新产品管理办法); a local standard is made by the province or a city with
 * districts, never by a county (标准化法 article 13).
 */
const STATUTORY_LEVELS: RuleSet['statutoryLevels'] = [
  { services: ['MET-007'], level: 'PROVINCE' },
  { services: ['STD-005'], level: 'CITY' },
];

export const RULE_SET: RuleSet = {
  version: '2026.1',
  weights: {
    level: 0.28,
    distance: 0.14,
    load: 0.14,
    specialism: 0.14,
    forecast: 0.1,
    onTime: 0.1,
    continuity: 0.05,
    grade: 0.05,
  },
  levelScores: { 'own-station': 1, 'own-county': 0.9, hub: 0.8, sibling: 0.6, province: 0.4, elsewhere: 0.3 },
  besideWithinKilometres: 30,
  farthestKilometres: 200,
  institutionCapacity: 50,
  dailyThroughput: 5,
  onTimePrior: 0.9,
  onTimePriorCases: 20,
  statutoryServices: ['MET-001', 'MET-002'],
  designatingQualifications: ['法定计量授权'],
  qualificationAfterAct: false,
  statutoryLevels: STATUTORY_LEVELS,
  qualificationRules: [
    { services: ['MET-001', 'MET-002'], anyOf: ['法定计量授权'] },
    { services: ['MET-*'], anyOf: ['法定计量授权', 'CNAS-L'] },
    { services: ['TST-013'], anyOf: ['特种设备检验核准'] },
    { services: ['TST-*'], anyOf: ['CMA'] },
    { services: ['CER-*'], anyOf: ['认证机构批准'] },
  ],
};

export function isStatutory(rules: RuleSet, serviceCode: string): boolean {
  return rules.statutoryServices.some((pattern) => covers(pattern, serviceCode));
}

/** Qualifications of which one is needed; empty when the law asks for none. */
export function qualificationsFor(rules: RuleSet, serviceCode: string): readonly string[] {
  return lineFor(rules.qualificationRules, serviceCode)?.anyOf ?? [];
}

/** Whether the law lets an office of this level take the service. */
export function mayTake(rules: RuleSet, serviceCode: string, level: ServiceNodeLevel): boolean {
  const lowest = lineFor(rules.statutoryLevels, serviceCode)?.level;
  return lowest === undefined || NODE_LEVELS.indexOf(level) <= NODE_LEVELS.indexOf(lowest);
}

function lineFor<Line extends { readonly services: readonly string[] }>(
  lines: readonly Line[],
  serviceCode: string,
): Line | undefined {
  return lines.find(({ services }) => services.some((pattern) => covers(pattern, serviceCode)));
}

export function covers(pattern: string, serviceCode: string): boolean {
  return pattern.endsWith('*') ? serviceCode.startsWith(pattern.slice(0, -1)) : serviceCode === pattern;
}

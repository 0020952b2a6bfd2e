import fc from 'fast-check';
import type { ScopeRow } from '../network/capability-scope.js';
import type { Designation } from '../network/designation.js';
import { STAGES } from '../network/institution-stage.js';
import type { Institution, Qualification } from '../network/institution.js';
import { Network } from '../network/network.js';
import type { ServiceNode } from '../network/service-node.js';
import type { Decision, RoutingInput } from './decision.js';
import { passesAll, passesOnRequest } from './eligibility.js';
import { replay } from './replay.js';
import { route } from './router.js';
import { RULE_SET } from './rule-set.js';
import type { Want } from './want.js';

const CODES = ['PROV', 'HUB', 'WS-1', 'WS-2', 'WS-3'];
const LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'COUNTY', 'PARK'] as const;
const PATHS = ['PROV', 'PROV/HUB', 'PROV/HUB/WS-1', 'PROV/HUB/WS-2', 'PROV/HUB/WS-1/WS-3'];
const SERVICES = [
  ['MET-001', 'metrology'],
  ['MET-003', 'metrology'],
  ['TST-001', 'testing'],
  ['CER-003', 'certification'],
] as const;
const KINDS = ['法定计量授权', 'CNAS-L', 'CMA', '认证机构批准'];
const SCOPE_CODES = [
  'OBJECT_OUT_OF_SCOPE',
  'METHOD_OUT_OF_SCOPE',
  'METHOD_YEAR_OUT_OF_SCOPE',
  'OUT_OF_RANGE',
  'UNCERTAINTY_TOO_LARGE',
  'NOT_KNOWN',
];
const DATES = ['2025-12-31', '2026-06-30', '2026-11-24', '2027-01-01'];

/** The random offices lie far apart. */
const RULES = { ...RULE_SET, besideWithinKilometres: 150 };

/** Draws a whole scene from one number, which is what fast-check varies and reports. */
class Dice {
  constructor(private state: number) {}

  /** mulberry32: the same numbers for the same seed on every machine. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below = (limit: number): number => Math.floor(this.next() * limit);
  one = <T>(from: readonly T[]): T => from[this.below(from.length)]!;
  chance = (share: number): boolean => this.next() < share;
  maybe = <K extends string, T>(key: K, share: number, value: () => T) =>
    (this.chance(share) ? { [key]: value() } : {}) as { [key in K]?: T };
  shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [this.next(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
}

function anOffice(dice: Dice, index: number): ServiceNode {
  const path = PATHS[index]!.split('/');
  return {
    code: CODES[index]!,
    level: LEVELS[index]!,
    ...(path.length > 1 && { parentCode: path.at(-2)! }),
    path: path.join('/'),
    name: { zh: CODES[index]!, en: CODES[index]! },
    regionCode: `R${index}`,
    covers: [`R${index}`],
    domains: ['metrology', 'testing', 'certification'],
    ...dice.maybe('location', 0.8, () => ({ lon: 116 + dice.next() * 2, lat: 34 + dice.next() * 2 })),
    ...(index > 0 && dice.maybe('capacity', 0.3, () => 1 + dice.below(60))),
    // Without the province nobody could take anything at all.
    active: index === 0 || dice.chance(0.9),
  };
}

function aQualification(dice: Dice, kind: string): Qualification {
  return {
    kind,
    number: '1',
    validFrom: dice.chance(0.9) ? '2020-01-01' : '2025-12-31',
    validUntil: dice.chance(0.7) ? '2030-01-01' : dice.one(DATES),
    status: dice.chance(0.9) ? 'VALID' : dice.one(['SUSPENDED', 'REVOKED'] as const),
    demo: true,
  };
}

function anInstitution(dice: Dice, index: number): Institution {
  const categories = dice.one<string[]>([[], [], ['a'], ['a', 'b*']]);
  return {
    id: `I${index}`,
    name: `I${index}`,
    uscc: dice.one(['U1', 'U2', 'U3', 'U4', 'U5']),
    kind: 'k',
    ownership: 'o',
    scope: 's',
    ...dice.maybe('homeNodeCode', 0.8, () => dice.one(CODES)),
    ...dice.maybe('coverageNodeCode', 0.3, () => dice.one(CODES)),
    stage: dice.chance(0.95) ? 'ONLINE' : dice.one(STAGES),
    ...dice.maybe('suspendedReason', 0.05, () => 'x'),
    ...dice.maybe('riskClass', 0.4, () => dice.one(['A', 'B', 'C', 'D'] as const)),
    ...dice.maybe('serviceGrade', 0.4, () => dice.one(['A', 'B', 'C', 'D'] as const)),
    ...dice.maybe('capacity', 0.3, () => 1 + dice.below(60)),
    ...dice.maybe('relatedUsccs', 0.1, () => ['U1', 'U2']),
    ...dice.maybe('designations', 0.2, () => [aDesignation(dice, index)]),
    qualifications: KINDS.filter(() => dice.chance(0.9)).map((kind) => aQualification(dice, kind)),
    capabilities: SERVICES.filter(() => dice.chance(0.9)).map(([serviceCode, domain]) => ({
      serviceCode,
      domain,
      categories,
      ...dice.maybe('scope', 0.4, () => Array.from({ length: 1 + dice.below(4) }, () => aScopeRow(dice))),
    })),
  };
}

function aDesignation(dice: Dice, index: number): Designation {
  return {
    documentNumber: `Z${index}`,
    services: ['MET-001'],
    ...dice.maybe('objects', 0.3, () => [dice.one(OBJECTS)]),
    regions: dice.one([['R0', 'R1', 'R2', 'R3', 'R4', 'R9'], ['R1', 'R2'], ['R3']]),
    validFrom: dice.chance(0.9) ? '2020-01-01' : '2026-11-24',
    ...dice.maybe('validUntil', 0.2, () => dice.one(DATES)),
    demo: true,
  };
}

const OBJECTS = ['o1', 'o2', 'o3'];
const METHODS = ['GB/T 1-2020', 'GB/T 1-2023', 'GB/T 2-2020'];

function aScopeRow(dice: Dice): ScopeRow {
  return {
    object: dice.one(OBJECTS),
    ...dice.maybe('range', 0.6, () => ({ low: 0, high: 1 + dice.below(3), unit: dice.one(['kN', 'MN']) })),
    ...dice.maybe('uncertainty', 0.5, () => ({ value: 1 + dice.below(3), unit: dice.one(['N', '%']), k: 2 })),
    ...dice.maybe('method', 0.5, () => dice.one(METHODS)),
    demo: true,
  };
}

function aWant(dice: Dice): Want {
  return {
    ...(dice.chance(0.8) ? { object: dice.one(OBJECTS) } : { name: dice.one(['n1', 'o1']) }),
    ...dice.maybe('range', 0.6, () => ({ low: 0, high: 500 * (1 + dice.below(6)), unit: dice.one(['N', 'kN', 'Pa']) })),
    ...dice.maybe('limit', 0.6, () => ({ value: 1 + dice.below(3), unit: dice.one(['N', '%', 'mm']) })),
    ...dice.maybe('method', 0.4, () => dice.one([...METHODS, 'GB/T 1'])),
  };
}

function aQuestion(dice: Dice): RoutingInput {
  const [serviceCode, domain] = dice.one(SERVICES);
  return {
    serviceCode,
    domain,
    performingLevel: 'county',
    regionCode: dice.one(['R0', 'R1', 'R2', 'R3', 'R4', 'R9']),
    categories: dice.one<string[]>([[], ['a'], ['b1'], ['a', 'c']]),
    ...dice.maybe('wants', 0.5, () => Array.from({ length: dice.below(3) }, () => aWant(dice))),
    ...dice.maybe('chosenInstitutionId', 0.45, () => `I${dice.below(10)}`),
    ...dice.maybe('recommendedByPlatform', 0.3, () => true),
    ...dice.maybe('enterpriseUscc', 0.7, () => dice.one(['U1', 'U2', 'U9'])),
    ...dice.maybe('limitDays', 0.8, () => 1 + dice.below(40)),
    date: dice.one(DATES),
    ...dice.maybe('wantedDate', 0.3, () => dice.one(DATES)),
  };
}

function aScene(seed: number) {
  const dice = new Dice(seed);
  const nodes = CODES.map((_, index) => anOffice(dice, index));
  const institutions = Array.from({ length: dice.below(9) }, (_, index) => anInstitution(dice, index));
  const known = institutions.filter(() => dice.chance(0.5));
  const record = () => ({ met: dice.below(60), missed: dice.below(20), finishedPerDay: dice.below(40) / 4 });
  return {
    nodes,
    institutions,
    input: aQuestion(dice),
    loads: new Map([...institutions.map(({ id }) => id), ...CODES].map((desk) => [desk, dice.below(60)])),
    past: {
      records: new Map(known.map(({ id }) => [id, record()])),
      ...dice.maybe('earlierInstitutionId', 0.5, () => `I${dice.below(9)}`),
    },
    permuted: new Network(7, dice.shuffled(nodes), dice.shuffled(institutions)),
    network: new Network(7, nodes, institutions),
  };
}

/** A proposal passes every filter; a wish that is followed may lack only what the form does not say. */
function isFit({ institution: { id, choice }, candidates }: Decision): boolean {
  if (!candidates.every(({ rank, verdicts }) => rank === undefined || passesAll(verdicts))) return false;
  if (id === undefined) return true;
  const taken = candidates.find(({ institutionId }) => institutionId === id);
  if (!taken) return false;
  return choice === 'client' ? passesOnRequest(taken.verdicts) : passesAll(taken.verdicts) && taken.rank === 1;
}

describe('over 10 000 random networks', () => {
  it('a receipt replays to itself, the order of candidates is nothing, and nobody unfit is proposed', () => {
    const seen = { statutory: 0, client: 0, platform: 0, awaited: 0, none: 0 };
    const verdicts = new Set<string>();
    let [byAct, beside] = [0, 0];
    fc.assert(
      fc.property(fc.noBias(fc.integer()), (seed) => {
        const { input, network, permuted, loads, past } = aScene(seed);

        const decision = route(input, network, loads, RULES, past);

        const stored = JSON.stringify(decision);
        seen[decision.institution.choice] += 1;
        if (decision.institution.designatedBy) byAct += 1;
        if (decision.node.steps.at(-1)?.beside) beside += 1;
        for (const candidate of decision.candidates) {
          for (const verdict of Object.values(candidate.verdicts)) verdicts.add(verdict);
        }
        return (
          JSON.stringify(route(input, permuted, loads, RULES, past)) === stored &&
          JSON.stringify(replay(JSON.parse(stored) as Decision, network, RULES)) === stored &&
          isFit(decision)
        );
      }),
      { numRuns: 10_000, seed: 20261124 },
    );
    // The networks are rich enough to say something of every kind of choice.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(200);
    expect(Math.min(byAct, beside)).toBeGreaterThan(100);
    expect([...verdicts]).toEqual(expect.arrayContaining(SCOPE_CODES));
  });

  it('a receipt is not replayed by other versions than it names', () => {
    const { input, network, nodes, institutions } = aScene(1);
    const decision = route(input, network, new Map(), RULE_SET);
    const other = expect.objectContaining({ code: 'ROUTING.OTHER_VERSION' });

    expect(() => replay(decision, new Network(8, nodes, institutions), RULE_SET)).toThrow(other);
    expect(() => replay(decision, network, { ...RULE_SET, version: 'x' })).toThrow(other);
  });
});

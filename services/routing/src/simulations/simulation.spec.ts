import { Network } from '../network/network.js';
import { demonstrationInstitutions, referenceNodes } from '../network/network.seed.js';
import { RULE_SET } from '../rules/rule-set.js';
import { generatedYear } from './generated-year.js';
import { gini } from './gini.js';
import { Simulation } from './simulation.js';
import { Workload } from './workload.js';

const NETWORK = new Network(1, referenceNodes(), demonstrationInstitutions());
const CITY = {
  services: [
    { code: 'MET-003', domain: 'metrology' as const, performingLevel: 'city', limitWorkingDays: 10 },
    { code: 'TST-001', domain: 'testing' as const, performingLevel: 'city', limitWorkingDays: 10 },
    { code: 'CON-001', domain: 'consulting' as const, performingLevel: 'county', limitWorkingDays: 5 },
  ],
  productCategories: ['食品'],
};
const year = (seed: number, requests = 500) => [
  ...generatedYear(NETWORK, CITY, { requests, seed, from: new Date('2026-11-24T00:00:00Z') }),
];

describe('the Gini coefficient', () => {
  it.each([
    [[], 0],
    [[0, 0], 0],
    [[5, 5, 5], 0],
    [[0, 0, 0, 1], 0.75],
    [[3, 1], 0.25],
    [[1, 3], 0.25],
  ])('of %j is %d', (values, expected) => {
    expect(gini(values)).toBeCloseTo(expected, 10);
  });
});

describe('the workload forecast', () => {
  it('queues at a body and works off in time', () => {
    const day = 86_400_000;
    const workload = new Workload(14);

    expect([1, 2, 3].map(() => workload.take('A', 0, 2))).toEqual(['in-time', 'in-time', 'late']);
    expect(workload.loadsAt(0).get('A')).toBe(3);
    expect(workload.loadsAt(2 * day).get('A')).toBe(1);
    expect(workload.loadsAt(3 * day).size).toBe(0);
  });
});

describe('the pace of the workload forecast', () => {
  const finishing = (finishedPerDay: number) => new Map([['A', { met: 0, missed: 0, finishedPerDay }]]);
  const inTime = (workload: Workload) => {
    let count = 0;
    while (workload.take('A', 0, 5) === 'in-time') count += 1;
    return count;
  };

  it('is what a body finished of late, where that is more than is assumed of anybody', () => {
    expect(inTime(new Workload(14))).toBe(7);
    expect(inTime(new Workload(14, finishing(4)))).toBe(20);
  });

  it('is not slower for a body that had little to do', () => {
    expect(inTime(new Workload(14, finishing(0.05)))).toBe(7);
    expect(inTime(new Workload(14, finishing(0)))).toBe(7);
  });
});

describe('a generated year', () => {
  it('is the same for the same seed, and never goes back in time', () => {
    const requests = year(7);

    expect(year(7)).toEqual(requests);
    expect(year(8)).not.toEqual(requests);
    expect(requests.every(({ at }, index) => index === 0 || at >= (requests[index - 1]?.at ?? 0))).toBe(true);
  });
});

describe('a simulation', () => {
  const run = (draft: typeof RULE_SET) => {
    const simulation = new Simulation(NETWORK, RULE_SET, draft);
    for (const request of year(7)) simulation.step(request);
    return simulation.report();
  };

  it('moves nobody when nothing differs', () => {
    const { moved, examples, baseline, draft, requests } = run({ ...RULE_SET });

    expect({ moved, examples, requests }).toEqual({ moved: 0, examples: [], requests: 500 });
    expect(draft).toEqual(baseline);
    expect(baseline.placed).toBeGreaterThan(0);
  });

  it('weighs what institutions really kept to', () => {
    const withPast = (records: Map<string, { met: number; missed: number; finishedPerDay: number }>) => {
      const draft = { ...RULE_SET, version: 'on-time', weights: { ...RULE_SET.weights, onTime: 2 } };
      const simulation = new Simulation(NETWORK, RULE_SET, draft, records);
      for (const request of year(7)) simulation.step(request);
      return simulation.report();
    };
    const late = { met: 0, missed: 500, finishedPerDay: 0 };
    const principalsLate = new Map(['ORG005', 'ORG006'].map((id) => [id, late]));

    expect(withPast(principalsLate).draft.meanKilometres).not.toBe(withPast(new Map()).draft.meanKilometres);
  });

  it('names who moves and why, a few of each reason', () => {
    const noneNeeded = { services: ['MET-*'], anyOf: ['没有人有的资质'] };
    const report = run({
      ...RULE_SET,
      version: 'strict',
      qualificationRules: [noneNeeded, ...RULE_SET.qualificationRules],
    });

    expect(report.moved).toBeGreaterThan(0);
    expect(report.movedByReason['NO_LONGER_ELIGIBLE']).toBe(report.moved);
    expect(report.examples).toHaveLength(5);
    expect(report.examples[0]).toMatchObject({
      serviceCode: 'MET-003',
      from: { institution: expect.any(String) },
      reason: { code: 'NO_LONGER_ELIGIBLE', verdict: 'QUALIFICATION_MISSING' },
    });
    expect(report.draft.placed).toBeLessThan(report.baseline.placed);
  });
});

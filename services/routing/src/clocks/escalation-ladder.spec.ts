import {
  SHIPPED_LADDER,
  audiencePath,
  climb,
  pendingRungs,
  rungOf,
  type Escalation,
  type Rung,
} from './escalation-ladder.js';
import { CLOCKS } from './service-level.js';

const COUNTY = { code: 'WS-370481', path: 'PROV-370000/HUB-370400/WS-370481', level: 'COUNTY' };
const HUB = { code: 'HUB-370400', path: 'PROV-370000/HUB-370400', level: 'CITY' };
const PROVINCE = { code: 'PROV-370000', path: 'PROV-370000', level: 'PROVINCE' };
const AT = new Date('2026-11-26T09:30:00Z');
const rung = (code: string, clock: Rung['clock'] = 'accept') => rungOf(SHIPPED_LADDER, clock, code) as Rung;
const codes = (rungs: readonly Rung[]) => rungs.map(({ code }) => code);
const fired = (code: string): Escalation => climb(rung(code), AT, true, { above: [HUB], beside: [] }).escalation;

describe('the ladder', () => {
  it.each(CLOCKS)('of %s warns at four fifths, is breached at the limit and lifted a working day later', (clock) => {
    const [first, second, third] = SHIPPED_LADDER.filter((each) => each.clock === clock);

    expect(first).toMatchObject({ code: 'at-risk', when: { share: 0.8 }, audience: 'holder', act: 'notify' });
    expect(second).toMatchObject({ code: 'breach', when: { workingDaysAfterDue: 0 }, act: 'raise-priority' });
    expect(third).toMatchObject({ when: { workingDaysAfterDue: 1 }, audience: 'parent-lead', act: 'lift-to-parent' });
  });

  it.each(CLOCKS)('of %s has each rung once, and ends at the province', (clock) => {
    const rungs = SHIPPED_LADDER.filter((each) => each.clock === clock);

    expect(new Set(codes(rungs)).size).toBe(rungs.length);
    expect(rungs.at(-1)?.act).toBe('lift-to-province');
  });
});

describe('rungs that have yet to fire', () => {
  it('are the warning and the breach at first, and those after it only once it is breached', () => {
    expect(codes(pendingRungs(SHIPPED_LADDER, 'accept', 'on-time', []))).toEqual(['at-risk', 'breach']);
    expect(codes(pendingRungs(SHIPPED_LADDER, 'accept', 'at-risk', []))).toEqual(['breach']);
    expect(codes(pendingRungs(SHIPPED_LADDER, 'accept', 'breached', []))).toEqual([
      'overdue-1',
      'overdue-2',
      'overdue-5',
    ]);
  });

  it('leave out what fired on the same clock, not on the other', () => {
    expect(codes(pendingRungs(SHIPPED_LADDER, 'accept', 'breached', [fired('overdue-1')]))).toEqual([
      'overdue-2',
      'overdue-5',
    ]);
    expect(codes(pendingRungs(SHIPPED_LADDER, 'complete', 'breached', [fired('overdue-1')]))).toContain('overdue-1');
  });
});

describe('a rung', () => {
  it.each([
    ['at-risk', 'NOTIFIED'],
    ['breach', 'RAISED'],
  ])('%s leaves the ticket where it is: %s', (code, outcome) => {
    expect(climb(rung(code), AT, true, { above: [HUB], beside: [] })).toEqual({
      escalation: expect.objectContaining({ rung: code, outcome, at: AT }),
    });
  });

  it.each([
    ['overdue-1', COUNTY],
    ['overdue-2', HUB],
    ['overdue-5', PROVINCE],
  ])('%s lifts a park station’s ticket to the right office', (code, office) => {
    const { escalation, to } = climb(rung(code), AT, true, { above: [COUNTY, HUB, PROVINCE], beside: [] });

    expect(to).toBe(office);
    expect(escalation).toMatchObject({ outcome: 'LIFTED', toNodeCode: office.code });
  });

  it('says why a ticket stays: an institution works on it, or there is no such office above', () => {
    expect(climb(rung('overdue-1', 'complete'), AT, false, { above: [HUB], beside: [] }).escalation).toMatchObject({
      outcome: 'STAYED',
      stayedFor: 'WORK_UNDER_WAY',
    });
    const atTheHub = climb(rung('overdue-2'), AT, true, { above: [PROVINCE], beside: [] });
    expect(atTheHub.to).toBeUndefined();
    expect(atTheHub.escalation).toMatchObject({ outcome: 'STAYED', stayedFor: 'NO_OFFICE_ABOVE' });
  });
});

describe('a rung that reroutes', () => {
  const reroute: Rung = {
    code: 'overdue-1',
    clock: 'accept',
    when: { workingDaysAfterDue: 1 },
    audience: 'node-lead',
    act: 'reroute-to-sibling',
  };
  const beside = [COUNTY, { ...COUNTY, code: 'WS-370402', path: 'PROV-370000/HUB-370400/WS-370402' }];

  it('hands the ticket to the emptiest office beside its own', () => {
    const { escalation, to } = climb(reroute, AT, true, { above: [HUB], beside });

    expect([escalation.outcome, escalation.toNodeCode, to]).toEqual(['REROUTED', COUNTY.code, COUNTY]);
  });

  it('says that no office beside has room, or that an institution works on it', () => {
    const full = climb(reroute, AT, true, { above: [HUB], beside: [] });
    expect(full.escalation).toMatchObject({ outcome: 'STAYED', stayedFor: 'NO_OFFICE_BESIDE' });
    const busy = climb(reroute, AT, false, { above: [HUB], beside });
    expect(busy.escalation).toMatchObject({ outcome: 'STAYED', stayedFor: 'WORK_UNDER_WAY' });
  });
});

describe('the audience of a rung', () => {
  it.each([
    ['holder', COUNTY.path],
    ['node-lead', COUNTY.path],
    ['parent-lead', HUB.path],
    ['hub', HUB.path],
    ['client', undefined],
  ] as const)('%s is found by the path of the office', (audience, path) => {
    expect(audiencePath(audience, COUNTY.path)).toBe(path);
  });

  it('of a province that has no one above is itself', () => {
    expect(audiencePath('parent-lead', PROVINCE.path)).toBe(PROVINCE.path);
  });
});

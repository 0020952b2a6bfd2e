import type { Designation } from '../network/designation.js';
import type { Institution } from '../network/institution.js';
import { BODIES, TENGZHOU_USCC, decide, type Case } from '../../test/builders/hand-cases.js';

const STATION = 'WS-370481';
const removed = { stage: 'REMOVED' } as const;

/*
 * Designation by hand. The demonstration's acts name ORG011 for 370481, ORG012 for 370403 … ORG005 for the city 370400 and
 * ORG020 for the province 370000, all for MET-001 and MET-002. All of them hold the qualification of the old rule.
 */
const act = (documentNumber: string, regions: string[], more: Partial<Designation> = {}): Designation => ({
  documentNumber,
  services: ['MET-001'],
  regions,
  validFrom: '2026-01-01',
  demo: false,
  ...more,
});
const designations = (acts: Record<string, Designation[]>): Record<string, Partial<Institution>> =>
  Object.fromEntries(BODIES.map(({ id }) => [id, { designations: acts[id] ?? [] }]));
const lapsed = (regions: string[], more: Partial<Designation> = {}): Designation =>
  act('Z1', regions, { validUntil: '2026-11-23', ...more });
const ADJACENT = { coverageNodeCode: 'HUB-370400', homeNodeCode: STATION };

describe('who is designated, by hand', () => {
  const verdictOn = (id: string, serviceCode: string, asked: Case) =>
    decide(serviceCode, asked).candidates.find(({ institutionId }) => institutionId === id)?.verdicts.designation;

  it.each<[string, Case, string | undefined, readonly string[] | undefined]>([
    ['MET-001', {}, 'ORG011', ['DEMO-ZD-011']],
    ['MET-002', { parkCode: '370481901' }, 'ORG011', ['DEMO-ZD-011']],
    ['MET-001', { regionCode: '370481112' }, 'ORG011', ['DEMO-ZD-011']],
    ['MET-001', { regionCode: '370471', parkCode: '370471' }, 'ORG005', ['DEMO-ZD-005']],
    ['MET-001', { enterpriseUscc: TENGZHOU_USCC }, 'ORG005', ['DEMO-ZD-005']],
    // A neighbour has the qualification, sits nearest of all, and yet is designated elsewhere only.
    ['MET-001', { bodies: { ORG011: removed, ORG012: ADJACENT } }, 'ORG005', ['DEMO-ZD-005']],
    // Without an act for the territory the qualification designates, and no act is told.
    ['MET-001', { bodies: designations({}) }, 'ORG011', undefined],
    ['MET-001', { bodies: designations({ ORG012: [act('Z1', ['370403'])] }) }, 'ORG011', undefined],
    [
      'MET-001',
      { bodies: designations({ ORG012: [act('Z1', ['370481'], { services: ['MET-002'] })] }) },
      'ORG011',
      undefined,
    ],
    // One act for the territory shuts out everybody else.
    ['MET-001', { bodies: designations({ ORG012: [act('Z1', ['370481'])] }) }, 'ORG012', ['Z1']],
    ['MET-001', { bodies: designations({ ORG020: [act('Z2', ['370000'])] }) }, 'ORG020', ['Z2']],
    // It counts from its first day to its last, on the date for which the work is wanted.
    [
      'MET-001',
      { bodies: designations({ ORG012: [act('Z1', ['370481'], { validUntil: '2026-11-24' })] }) },
      'ORG012',
      ['Z1'],
    ],
    // Once it has run out nobody is designated until the authority says who follows; the qualification opens no back door.
    ['MET-001', { bodies: designations({ ORG012: [lapsed(['370481'])] }) }, undefined, undefined],
    ['MET-001', { bodies: designations({ ORG012: [lapsed(['370000'])] }) }, undefined, undefined],
    ['MET-001', { bodies: designations({ ORG012: [lapsed(['370403'])] }) }, 'ORG011', undefined],
    ['MET-002', { bodies: designations({ ORG012: [lapsed(['370481'])] }) }, 'ORG011', undefined],
    [
      'MET-001',
      { bodies: designations({ ORG012: [lapsed(['370481'])], ORG020: [act('Z2', ['370000'])] }) },
      'ORG020',
      ['Z2'],
    ],
    [
      'MET-001',
      {
        bodies: designations({ ORG012: [lapsed(['370481'], { objects: ['MI004'] })] }),
        wants: [{ object: 'MI043' }],
      },
      'ORG011',
      undefined,
    ],
    [
      'MET-001',
      { bodies: designations({ ORG012: [act('Z1', ['370481'], { validFrom: '2026-12-01' })] }) },
      'ORG011',
      undefined,
    ],
    [
      'MET-001',
      {
        bodies: designations({ ORG012: [act('Z1', ['370481'], { validFrom: '2026-12-01' })] }),
        wantedDate: '2026-12-01',
      },
      'ORG012',
      ['Z1'],
    ],
    // An act for some instruments: scales (MI004) are ORG012's, pressure gauges (MI043) go by the old rule.
    ['MET-001', { bodies: scalesOfXuecheng(), wants: [{ object: 'MI004' }] }, 'ORG012', ['Z3']],
    ['MET-001', { bodies: scalesOfXuecheng(), wants: [{ object: 'MI043' }] }, 'ORG011', undefined],
    ['MET-001', { bodies: scalesOfXuecheng(), wants: [{ object: 'MI004' }, { object: 'MI043' }] }, 'ORG012', ['Z3']],
    ['MET-001', { bodies: scalesOfXuecheng() }, 'ORG011', undefined],
    // What is the client's to choose knows no designation.
    [
      'MET-003',
      { bodies: designations({ ORG012: [act('Z1', ['370481'], { services: ['MET-003'] })] }) },
      'ORG039',
      undefined,
    ],
  ])('%s with %j is %s by %j', (serviceCode, asked, id, acts) => {
    const { institution } = decide(serviceCode, asked);

    expect([institution.id, institution.designatedBy]).toEqual([id, acts]);
  });

  it('is a verdict of the filter on every candidate', () => {
    expect(verdictOn('ORG012', 'MET-001', {})).toBe('NOT_DESIGNATED');
    expect(verdictOn('ORG012', 'MET-001', { regionCode: '370403' })).toBe('PASS');
    expect(verdictOn('ORG012', 'MET-001', { bodies: designations({}) })).toBe('PASS');
    expect(verdictOn('ORG039', 'MET-001', { bodies: designations({}) })).toBe('NOT_DESIGNATED');
  });

  it('sends what nobody is designated for any more to a person at the hub, and says whose act ran out', () => {
    const bodies = designations({ ORG012: [lapsed(['370481'])] });

    expect(decide('MET-001', { bodies }).triage).toMatchObject({ nodeCode: 'HUB-370400', reasonCode: 'NO_CAPABILITY' });
    expect(verdictOn('ORG012', 'MET-001', { bodies })).toBe('DESIGNATION_EXPIRED');
    expect(verdictOn('ORG011', 'MET-001', { bodies })).toBe('NOT_DESIGNATED');
  });

  it('lets the qualification count again where the rules say so, as those did that were published before', () => {
    const bodies = designations({ ORG012: [lapsed(['370481'])] });

    expect(decide('MET-001', { bodies, rules: { qualificationAfterAct: true } }).institution.id).toBe('ORG011');
  });
});

function scalesOfXuecheng(): Record<string, Partial<Institution>> {
  return designations({ ORG012: [act('Z3', ['370481'], { objects: ['MI004'] })] });
}

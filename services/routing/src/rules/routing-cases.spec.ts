import { BODIES, TENGZHOU_USCC, decide, type Case } from '../../test/builders/hand-cases.js';
import type { FilterVerdict, InstitutionChoice, NodeReason, Verdicts } from './decision.js';
import type { PastWork } from './past-work.js';
import type { Want } from './want.js';

/*
 * Hand-worked cases: the expectation of each line was written from DOMAIN section 2.5 and the reference data (which body
 * holds which qualification and scope, and where it sits), not from what the router answered.
 */

const ONE_DAY = { limitDays: 1 };
const cement = { categories: ['建材'] };
const closed = { active: false };
const heldBy = (id: string) => BODIES.find((body) => body.id === id)!.qualifications;
const status = (id: string, to: 'SUSPENDED' | 'REVOKED') => ({
  qualifications: heldBy(id).map((held) => ({ ...held, status: to })),
});
const until = (id: string, validUntil: string) => ({
  qualifications: heldBy(id).map((held) => ({ ...held, validUntil })),
});
const from = (id: string, validFrom: string) => ({
  qualifications: heldBy(id).map((held) => ({ ...held, validFrom })),
});
const records = (id: string, met: number, missed: number): PastWork => ({
  records: new Map([[id, { met, missed, finishedPerDay: 0 }]]),
});

const full = (...offices: string[]): Case => ({
  nodes: Object.fromEntries(offices.map((code) => [code, { capacity: 3 }])),
  loads: new Map(offices.map((code) => [code, 3])),
});

/** Service, what is special, workstation, why there, institution (or none). */
type Line = [string, Case, string, NodeReason, string | undefined];

const STATION = 'WS-370481';
const COUNTY: NodeReason = 'COUNTY_STATION';

describe('workstation and institution by hand', () => {
  it.each<Line>([
    // Mandatory verification goes to the designated body of the county, where there is one.
    ['MET-001', {}, STATION, COUNTY, 'ORG011'],
    ['MET-001', { regionCode: '370402' }, 'WS-370402', COUNTY, 'ORG016'],
    ['MET-001', { regionCode: '370403' }, 'WS-370403', COUNTY, 'ORG012'],
    ['MET-001', { regionCode: '370404' }, 'WS-370404', COUNTY, 'ORG014'],
    ['MET-001', { regionCode: '370405' }, 'WS-370405', COUNTY, 'ORG015'],
    ['MET-002', { regionCode: '370406' }, 'WS-370406', COUNTY, 'ORG013'],
    ['MET-001', { parkCode: '370481901' }, 'WS-370481901', 'PARK_STATION', 'ORG011'],
    ['MET-002', { regionCode: '370405', parkCode: '370405901' }, 'WS-370405901', 'PARK_STATION', 'ORG015'],
    ['MET-001', { regionCode: '370471' }, 'WS-370471', 'PARK_STATION', 'ORG005'],
    ['MET-001', { regionCode: '370400' }, 'HUB-370400', 'CITY_HUB', 'ORG005'],
    ['MET-001', { regionCode: '370481112' }, STATION, COUNTY, 'ORG011'],
    ['MET-001', { chosenInstitutionId: 'ORG005' }, STATION, COUNTY, 'ORG011'],
    // The office above takes it while the nearest cannot.
    ['CON-001', { nodes: { [STATION]: closed } }, 'HUB-370400', 'NODE_CLOSED', undefined],
    ['CON-001', { nodes: { [STATION]: { domains: ['metrology'] } } }, 'HUB-370400', 'NO_CAPABILITY', undefined],
    ['CON-001', { nodes: { [STATION]: closed, 'HUB-370400': closed } }, 'PROV-370000', 'NODE_CLOSED', undefined],
    ['CON-001', { parkCode: '370481901', nodes: { 'WS-370481901': closed } }, STATION, 'NODE_CLOSED', undefined],
    // A full office: the nearest beside it within 30 km (滕州: 山亭 26.9 km, then 薛城 36.6 km), else the one above. Who
    // performs it is judged by the client's own place: 滕州's designated body stays 滕州's.
    ['CON-001', full(STATION), 'WS-370406', 'OVERLOADED', undefined],
    ['MET-001', full(STATION), 'WS-370406', 'OVERLOADED', 'ORG011'],
    ['MET-003', full(STATION), 'WS-370406', 'OVERLOADED', 'ORG039'],
    ['CON-001', full(STATION, 'WS-370406'), 'HUB-370400', 'OVERLOADED', undefined],
    // 市中: 峄城 10.5 km is closed, then 山亭 27.6 km before 薛城 27.8 km.
    [
      'CON-001',
      { regionCode: '370402', nodes: { 'WS-370402': { capacity: 0 }, 'WS-370404': closed } },
      'WS-370406',
      'OVERLOADED',
      undefined,
    ],
    ['CON-001', { regionCode: '370000' }, 'PROV-370000', 'PROVINCE_PLATFORM', undefined],
    ['CON-001', { regionCode: '310101' }, 'HUB-370400', 'OUTSIDE_COVERAGE', undefined],
    // The law gives pattern approval to the province and local standards to the city, whoever usually does what else.
    ['MET-007', {}, 'PROV-370000', 'STATUTORY_LEVEL', 'ORG020'],
    ['MET-007', { parkCode: '370481901' }, 'PROV-370000', 'STATUTORY_LEVEL', 'ORG020'],
    ['MET-007', { regionCode: '370000' }, 'PROV-370000', 'PROVINCE_PLATFORM', 'ORG020'],
    ['STD-005', {}, 'HUB-370400', 'STATUTORY_LEVEL', 'ORG023'],
    ['STD-005', { regionCode: '370400' }, 'HUB-370400', 'CITY_HUB', 'ORG023'],
    ['STD-005', { nodes: { [STATION]: closed } }, 'HUB-370400', 'STATUTORY_LEVEL', 'ORG023'],
    ['STD-005', { nodes: { 'HUB-370400': closed } }, 'PROV-370000', 'NODE_CLOSED', 'ORG023'],
    ['STD-001', { performingLevel: 'province' }, STATION, COUNTY, 'ORG023'],
    // Calibration: the client's choice, else the nearest that is accredited.
    ['MET-003', {}, STATION, COUNTY, 'ORG039'],
    ['MET-003', { regionCode: '370400' }, 'HUB-370400', 'CITY_HUB', 'ORG005'],
    ['MET-003', { chosenInstitutionId: 'ORG020' }, STATION, COUNTY, 'ORG020'],
    ['MET-003', { chosenInstitutionId: 'ORG011' }, STATION, COUNTY, undefined],
    ['MET-003', { chosenInstitutionId: 'ORG999' }, STATION, COUNTY, undefined],
    ['MET-005', {}, STATION, COUNTY, 'ORG005'],
    // Filters, one after the other: the first body is out and the next one takes its place.
    ['MET-003', { bodies: { ORG039: { stage: 'REINSTATED' } } }, STATION, COUNTY, 'ORG039'],
    ['MET-003', { bodies: { ORG039: { stage: 'APPROVED' } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { suspendedReason: '整改' } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { riskClass: 'D' } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { riskClass: 'C' } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { riskClass: 'B' } } }, STATION, COUNTY, 'ORG039'],
    ['MET-003', { bodies: { ORG039: { capabilities: [] } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { coverageNodeCode: 'WS-370402' } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { qualifications: [] } } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: status('ORG039', 'SUSPENDED') } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: until('ORG039', '2026-11-23') } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: until('ORG039', '2026-11-24') } }, STATION, COUNTY, 'ORG039'],
    ['MET-003', { bodies: { ORG039: { relatedUsccs: ['U1'] } }, enterpriseUscc: 'U1' }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { bodies: { ORG039: { relatedUsccs: ['U1'] } }, enterpriseUscc: 'U2' }, STATION, COUNTY, 'ORG039'],
    ['MET-001', { enterpriseUscc: TENGZHOU_USCC }, STATION, COUNTY, 'ORG005'],
    ['MET-001', { bodies: { ORG011: status('ORG011', 'REVOKED') } }, STATION, COUNTY, 'ORG005'],
    ['MET-003', { nodes: { [STATION]: closed } }, 'HUB-370400', 'NODE_CLOSED', 'ORG005'],
    // What counts is the date for which the work is wanted.
    [
      'MET-003',
      { bodies: { ORG039: until('ORG039', '2026-11-30') }, wantedDate: '2026-12-01' },
      STATION,
      COUNTY,
      'ORG005',
    ],
    [
      'MET-003',
      { bodies: { ORG039: from('ORG039', '2026-12-01') }, wantedDate: '2026-12-01' },
      STATION,
      COUNTY,
      'ORG039',
    ],
    // A person, not the client, may give work to risk class C; nobody may to D.
    ['MET-003', { bodies: { ORG039: { riskClass: 'C' } }, chosenInstitutionId: 'ORG039' }, STATION, COUNTY, undefined],
    ['MET-003', { bodies: { ORG039: { riskClass: 'D' } }, chosenInstitutionId: 'ORG039' }, STATION, COUNTY, undefined],
    // Testing: a specialist for its own things, and never for others'.
    ['TST-003', { categories: ['锂电池'] }, STATION, COUNTY, 'ORG001'],
    ['TST-004', { categories: ['机床'] }, STATION, COUNTY, 'ORG002'],
    ['TST-001', { ...cement, chosenInstitutionId: 'ORG001' }, STATION, COUNTY, undefined],
    ['TST-001', { chosenInstitutionId: 'ORG001' }, STATION, COUNTY, 'ORG001'],
    ['TST-005', {}, STATION, COUNTY, 'ORG004'],
    ['TST-013', {}, STATION, COUNTY, 'ORG008'],
    ['TST-001', cement, STATION, COUNTY, 'ORG011'],
    // Nobody in the city: the province's bodies, and those from outside, are asked.
    ['STD-001', {}, STATION, COUNTY, 'ORG023'],
    ['CER-003', { chosenInstitutionId: 'ORG032' }, STATION, COUNTY, undefined],
    ['CER-009', { chosenInstitutionId: 'ORG030' }, STATION, COUNTY, 'ORG030'],
    ['MET-001', { date: '2031-01-01' }, STATION, COUNTY, undefined],
    // What moves the ranking once everybody left is fit (two equal bodies from outside: the lower id, unless …).
    ['CER-007', {}, STATION, COUNTY, 'ORG029'],
    ['CER-007', { bodies: { ORG031: { riskClass: 'A' } } }, STATION, COUNTY, 'ORG031'],
    [
      'CER-007',
      { bodies: { ORG031: { serviceGrade: 'A' }, ORG029: { serviceGrade: 'D' } } },
      STATION,
      COUNTY,
      'ORG031',
    ],
    ['CER-007', { loads: new Map([['ORG029', 10]]) }, STATION, COUNTY, 'ORG031'],
    ['CER-007', { loads: new Map([['ORG029', 1]]), ...ONE_DAY }, STATION, COUNTY, 'ORG031'],
    ['CER-007', { past: records('ORG029', 0, 20) }, STATION, COUNTY, 'ORG031'],
    ['CER-007', { past: records('ORG031', 20, 0) }, STATION, COUNTY, 'ORG031'],
    ['CER-007', { past: { records: new Map(), earlierInstitutionId: 'ORG031' } }, STATION, COUNTY, 'ORG031'],
  ])('%s with %j at %s', (serviceCode, asked, code, reasonCode, id) => {
    const { node, institution } = decide(serviceCode, asked);

    expect([node.code, node.reasonCode, institution.id]).toEqual([code, reasonCode, id]);
  });
});

/*
 * Scopes by hand (institution_scopes.csv, calibration_items.csv, test_products.csv). ORG039: length and mechanics. ORG005:
 * length, heat, electricity; of mandatory instruments scales, dispensers, gauges, medical ones. ORG011: scales, pressure
 * gauges, blood pressure. CI033 testing machine 0.01~1000 kN, Urel=0.35 %; CI001 calliper 0~300 mm, U=0.01 mm; CI045
 * resistance thermometer (heat). MI004 scale, MI020 fuel dispenser, MI043 pressure gauge, MI069 gas alarm. ORG020 has no
 * rows, so nothing is outside; TP040-01 is tested by GB/T 17421.2-2023, which ORG002 holds.
 */
const machine = (low: number, high: number, unit = 'kN', percent = 1): Want => ({
  object: 'CI033',
  range: { low, high, unit },
  limit: { value: percent, unit: '%' },
});
const calliper = (high: number, unit: string, limit: number): Want => ({
  object: 'CI001',
  range: { low: 0, high, unit },
  limit: { value: limit, unit },
});
const accuracyOfAxis = (method: string): Case => ({
  categories: ['机床'],
  wants: [{ object: 'TP040', parameter: 'TP040-01', method }],
});

describe('what exactly is wanted, by hand', () => {
  it.each<[string, Case, string | undefined]>([
    ['MET-003', { wants: [machine(0.01, 600)] }, 'ORG039'],
    ['MET-003', { wants: [machine(0.01, 1000)] }, 'ORG039'],
    ['MET-003', { wants: [machine(10, 600_000, 'N')] }, 'ORG039'],
    ['MET-003', { wants: [machine(10, 1_100_000, 'N')] }, 'ORG020'],
    ['MET-003', { wants: [machine(0.001, 600)] }, 'ORG020'],
    ['MET-003', { wants: [machine(1, 600, 'kN', 0.35)] }, 'ORG039'],
    ['MET-003', { wants: [machine(1, 600, 'kN', 0.3)] }, 'ORG020'],
    ['MET-003', { wants: [calliper(300, 'mm', 0.03)] }, 'ORG039'],
    ['MET-003', { wants: [calliper(0.3, 'm', 0.00003)] }, 'ORG039'],
    ['MET-003', { wants: [calliper(300, 'mm', 0.005)] }, 'ORG020'],
    ['MET-003', { wants: [calliper(500, 'mm', 0.03)] }, 'ORG020'],
    ['MET-003', { wants: [{ object: 'CI001' }] }, 'ORG039'],
    ['MET-003', { wants: [{ object: 'CI045' }] }, 'ORG005'],
    // One body for all that is asked for: together, length and heat are ORG005's.
    ['MET-003', { wants: [calliper(300, 'mm', 0.03), { object: 'CI045' }] }, 'ORG005'],
    ['MET-003', { wants: [machine(1, 600), { object: 'CI045' }] }, 'ORG020'],
    ['MET-003', { wants: [{ name: '自制量具' }] }, 'ORG039'],
    ['MET-003', { wants: [{ object: 'CI045' }], chosenInstitutionId: 'ORG039' }, undefined],
    ['MET-003', { wants: [{ object: 'CI001' }], chosenInstitutionId: 'ORG039' }, 'ORG039'],
    ['MET-001', { wants: [{ object: 'MI004' }, { object: 'MI043' }] }, 'ORG011'],
    ['MET-001', { wants: [{ object: 'MI004' }, { object: 'MI020' }] }, 'ORG005'],
    ['MET-001', { wants: [{ object: 'MI069' }] }, 'ORG020'],
    ['MET-001', { wants: [{ object: 'MI039' }], regionCode: '370402' }, 'ORG005'],
    ['TST-004', accuracyOfAxis('GB/T 17421.2-2023'), 'ORG002'],
    ['TST-004', accuracyOfAxis('GB/T 17421.2'), 'ORG002'],
    ['TST-004', accuracyOfAxis('GB/T 17421.2-2016'), 'ORG004'],
    ['TST-004', accuracyOfAxis('GB/T 17421.1-2023'), 'ORG004'],
    ['CER-001', { wants: [{ object: 'CCC-01' }] }, 'ORG028'],
    ['CER-001', { wants: [{ object: 'GREEN' }] }, undefined],
    ['CER-003', { wants: [{ object: 'IATF' }], chosenInstitutionId: 'ORG033' }, undefined],
    ['CER-003', { wants: [{ object: 'QMS' }], chosenInstitutionId: 'ORG033' }, 'ORG033'],
  ])('%s with %j is %s', (serviceCode, asked, id) => {
    expect(decide(serviceCode, asked).institution.id).toBe(id);
  });

  it.each<[string, string, Case, Partial<Verdicts>]>([
    ['MET-003', 'ORG039', { wants: [machine(0.01, 600)] }, { object: 'PASS', range: 'PASS', uncertainty: 'PASS' }],
    ['MET-003', 'ORG039', { wants: [machine(0.01, 2000)] }, { object: 'PASS', range: 'OUT_OF_RANGE' }],
    ['MET-003', 'ORG039', { wants: [machine(0, 1, 'kPa')] }, { range: 'NOT_KNOWN', uncertainty: 'PASS' }],
    ['MET-003', 'ORG039', { wants: [calliper(300, 'mm', 0.005)] }, { uncertainty: 'UNCERTAINTY_TOO_LARGE' }],
    ['MET-003', 'ORG039', { wants: [{ object: 'CI045' }] }, { scope: 'PASS', object: 'OBJECT_OUT_OF_SCOPE' }],
    ['MET-003', 'ORG039', { wants: [{ object: 'CI001' }] }, { range: 'NOT_KNOWN', uncertainty: 'NOT_KNOWN' }],
    ['MET-003', 'ORG039', { wants: [{ name: '自制量具' }] }, { object: 'NOT_KNOWN' }],
    ['MET-003', 'ORG039', {}, { object: 'NOT_KNOWN' }],
    ['MET-003', 'ORG020', { wants: [machine(0.01, 2000)] }, { object: 'PASS', range: 'PASS' }],
    ['TST-004', 'ORG002', accuracyOfAxis('GB/T 17421.2-2016'), { method: 'METHOD_YEAR_OUT_OF_SCOPE' }],
    ['TST-004', 'ORG002', accuracyOfAxis('GB/T 17421.1-2023'), { method: 'METHOD_OUT_OF_SCOPE' }],
    ['TST-004', 'ORG002', accuracyOfAxis('GB/T 17421.2'), { method: 'PASS' }],
  ])('%s: %s with %j is judged %j', (serviceCode, id, asked, verdicts) => {
    const { candidates } = decide(serviceCode, asked);

    expect(candidates.find(({ institutionId }) => institutionId === id)?.verdicts).toMatchObject(verdicts);
  });
});

describe('the code of each filter by hand', () => {
  it.each<[string, string, Case, FilterVerdict]>([
    ['MET-003', 'ORG039', { bodies: { ORG039: { stage: 'SUSPENDED' } } }, 'INACTIVE'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { stage: 'APPLY' } } }, 'NOT_ADMITTED'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { stage: 'SITE_CHECK' } } }, 'NOT_ADMITTED'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { stage: 'APPROVED' } } }, 'NOT_ONLINE'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { stage: 'REMOVED' } } }, 'REMOVED'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { suspendedReason: '整改' } } }, 'SUSPENDED'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { riskClass: 'D' } } }, 'RISK_CLASS_D'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { riskClass: 'C' } } }, 'MANUAL_ONLY'],
    ['MET-003', 'ORG039', { nodes: { [STATION]: closed } }, 'NODE_CLOSED'],
    ['MET-003', 'ORG004', { chosenInstitutionId: 'ORG004' }, 'NO_CAPABILITY'],
    ['MET-003', 'ORG011', {}, 'OUT_OF_SCOPE'],
    ['TST-001', 'ORG001', cement, 'OTHER_CATEGORY'],
    ['TST-001', 'ORG001', {}, 'CATEGORY_UNKNOWN'],
    ['MET-003', 'ORG039', { bodies: { ORG039: { coverageNodeCode: 'WS-370402' } } }, 'OUT_OF_COVERAGE'],
    ['MET-001', 'ORG039', {}, 'NOT_DESIGNATED'],
    ['CER-003', 'ORG032', {}, 'QUALIFICATION_MISSING'],
    ['MET-003', 'ORG039', { bodies: { ORG039: status('ORG039', 'REVOKED') } }, 'QUALIFICATION_SUSPENDED'],
    ['MET-003', 'ORG039', { bodies: { ORG039: until('ORG039', '2026-11-23') } }, 'QUALIFICATION_EXPIRED'],
    ['MET-001', 'ORG011', { enterpriseUscc: TENGZHOU_USCC }, 'CONFLICT_OF_INTEREST'],
  ])('%s, %s with %j is %s', (serviceCode, id, asked, verdict) => {
    const { candidates } = decide(serviceCode, asked);

    const judged = candidates.find(({ institutionId }) => institutionId === id);
    expect(Object.values(judged!.verdicts)).toContain(verdict);
    expect(judged!.score).toBeUndefined();
  });
});

describe('what a choice rests on', () => {
  it.each<[string, Case, string | undefined]>([
    ['MET-001', {}, 'DESIGNATED'],
    ['STD-001', { recommendedByPlatform: false }, 'PLATFORM_PROPOSAL'],
    ['MET-003', {}, 'PLATFORM_RECOMMENDED'],
    ['MET-003', { recommendedByPlatform: false }, undefined],
    ['MET-003', { chosenInstitutionId: 'ORG005' }, 'CLIENT_CHOICE'],
    ['CON-001', {}, undefined],
  ])('%s with %j is %s', (serviceCode, asked, basis) => {
    expect(decide(serviceCode, asked).institution.basis).toBe(basis);
  });
});

/*
 * Who chooses, by hand: law designates for MET-001 and MET-002; calibration (MET-003, MET-004), testing (TST-001 to
 * TST-008, TST-012) and certification (CER-003 to CER-011) are the client's; the rest the platform proposes.
 */
describe('who chooses where no box is ticked', () => {
  const unticked = { recommendedByPlatform: false };

  it.each<[string, Case, InstitutionChoice, string | undefined]>([
    ['MET-001', {}, 'statutory', 'ORG011'],
    ['MET-002', { chosenInstitutionId: 'ORG005' }, 'statutory', 'ORG011'],
    ['MET-003', {}, 'awaited', undefined],
    ['MET-004', {}, 'awaited', undefined],
    ['MET-003', { chosenInstitutionId: 'ORG020' }, 'client', 'ORG020'],
    // A wish that cannot be followed leaves the choice where it was.
    ['MET-003', { chosenInstitutionId: 'ORG011' }, 'awaited', undefined],
    ['MET-003', { chosenInstitutionId: 'ORG999' }, 'awaited', undefined],
    ['MET-005', {}, 'platform', 'ORG005'],
    ['MET-007', {}, 'platform', 'ORG020'],
    ['TST-001', cement, 'awaited', undefined],
    ['TST-013', {}, 'platform', 'ORG008'],
    ['CER-007', {}, 'awaited', undefined],
    ['CER-003', { chosenInstitutionId: 'ORG030' }, 'client', 'ORG030'],
    ['STD-001', {}, 'platform', 'ORG023'],
    ['CON-001', {}, 'none', undefined],
    // Nobody to choose from is no choice.
    ['MET-003', { date: '2031-01-01' }, 'none', undefined],
  ])('%s with %j is %s', (serviceCode, asked, choice, id) => {
    const { institution } = decide(serviceCode, { ...unticked, ...asked });

    expect([institution.choice, institution.id]).toEqual([choice, id]);
  });
});

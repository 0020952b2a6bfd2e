import {
  categoryFit,
  qualificationFault,
  qualificationState,
  type Institution,
  type Qualification,
} from './institution.js';
import { kilometresBetween } from './service-node.js';

const licence = (differs: Partial<Qualification> = {}): Qualification => ({
  kind: 'CMA',
  number: 'DEMO-1',
  validFrom: '2024-12-01',
  validUntil: '2030-11-30',
  status: 'VALID',
  demo: true,
  ...differs,
});

const holding = (...qualifications: Qualification[]): Institution => ({
  id: 'ORG001',
  name: '演示机构',
  uscc: '',
  kind: '',
  ownership: 'demo',
  scope: '',
  stage: 'ONLINE',
  qualifications,
  capabilities: [],
});

describe('a qualification', () => {
  it.each([
    ['2030-08-01', 'VALID', {}],
    ['2030-08-02', 'EXPIRING', {}],
    ['2030-11-30', 'EXPIRING', {}],
    ['2030-12-01', 'EXPIRED', {}],
    ['2030-12-01', 'REVOKED', { status: 'REVOKED' as const }],
    ['2030-08-31', 'VALID', { kind: 'CNAS-L' }],
    ['2030-09-01', 'EXPIRING', { kind: 'CNAS-L' }],
  ])('on %s is %s', (today, state, differs) => expect(qualificationState(licence(differs), today)).toBe(state));

  it.each([
    ['2024-11-30', 'QUALIFICATION_EXPIRED'],
    ['2024-12-01', undefined],
    ['2030-11-30', undefined],
    ['2030-12-01', 'QUALIFICATION_EXPIRED'],
  ])('counts on its first and its last day, and on %s says %s', (date, fault) => {
    expect(qualificationFault(holding(licence()), ['CMA'], date)).toBe(fault);
  });

  it('without a last day does not run out', () => {
    expect(qualificationFault(holding(licence({ validUntil: undefined })), ['CMA'], '2099-01-01')).toBeUndefined();
  });

  it('is one of several that will do', () => {
    const institution = holding(licence({ status: 'SUSPENDED' }), licence({ kind: 'CNAS-L' }));

    expect(qualificationFault(institution, ['CMA'], '2026-11-24')).toBe('QUALIFICATION_SUSPENDED');
    expect(qualificationFault(institution, ['CMA', 'CNAS-L'], '2026-11-24')).toBeUndefined();
  });

  it('is missing where none of its kind is held, and not needed where none is asked for', () => {
    expect(qualificationFault(holding(), ['CMA'], '2026-11-24')).toBe('QUALIFICATION_MISSING');
    expect(qualificationFault(holding(), [], '2026-11-24')).toBeUndefined();
  });
});

describe('the categories of a capability', () => {
  const capability = (...categories: string[]) => ({ domain: 'testing', serviceCode: 'TST-001', categories }) as const;

  it.each([
    ['anything when none is named', capability(), ['建材'], 'any'],
    ['a category by name', capability('机床'), ['机床'], 'specialist'],
    ['any ending of a category', capability('锂电池*'), ['锂电池', '锂电池材料'], 'specialist'],
    ['not a mixture with others', capability('锂电池*'), ['锂电池', '建材'], 'other'],
    ['not what merely begins alike', capability('锂电池'), ['锂电池材料'], 'other'],
    ['perhaps what nobody named', capability('机床'), [], 'unknown'],
  ])('fit %s', (_, given, categories, fit) => {
    expect(categoryFit(given, categories)).toBe(fit);
  });
});

describe('the distance between two offices', () => {
  it('follows the globe', () => {
    // 滕州 and 薛城 lie 36.6 km apart by their centres.
    const tengzhou = { lon: 117.165824, lat: 35.114155 };
    const xuecheng = { lon: 117.263164, lat: 34.795062 };

    expect(kilometresBetween(tengzhou, xuecheng)).toBeCloseTo(36.6, 0);
    expect(kilometresBetween(tengzhou, tengzhou)).toBe(0);
  });
});

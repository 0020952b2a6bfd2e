import type { Nonconformity } from '../audits/nonconformity.js';
import { packagedSchemes } from '../schemes/packaged.schemes.js';
import type { Scheme } from '../schemes/scheme.js';
import { decide, decisionConclusion, surveillanceDates, validUntil } from './decision.js';

const STAGE1 = { concludedOn: '2026-11-01', topics: [], resolutions: [] };
const STAGE2 = { concludedOn: '2026-11-24', audited: '全部过程' };
const schemeOf = (code: string): Scheme => {
  const scheme = packagedSchemes().find(code);
  if (!scheme) throw new Error(code);
  return scheme;
};
const aNonconformity = (fields: Partial<Nonconformity>): Nonconformity => ({
  no: 1,
  scheme: 'QMS',
  clause: '8.5.1',
  grade: 'minor',
  description: '未受控',
  ...fields,
});
const after = (outcome: 'verified' | 'plan-accepted' | 'not-accepted') => ({
  verification: { outcome, evidence: '记录', on: '2026-11-24' },
});

describe('decide', () => {
  it.each<[boolean, string, Partial<Nonconformity>]>([
    [true, 'a verified major', { grade: 'major', ...after('verified') }],
    [true, 'a verified minor', after('verified')],
    [true, 'a minor with an accepted plan', after('plan-accepted')],
    [true, 'an open major of another scheme', { grade: 'major', scheme: 'EMS' }],
    [false, 'a minor without a plan', {}],
    [false, 'a minor not accepted', after('not-accepted')],
    [false, 'an open major', { grade: 'major' }],
    [false, 'a major with nothing but a plan', { grade: 'major', ...after('plan-accepted') }],
  ])('%s with %s', (granted, _, fields) => {
    const file = { stage1: STAGE1, stage2: STAGE2, nonconformities: [aNonconformity(fields)] };

    expect(decide('QMS', file)).toMatchObject({ granted, reasons: granted ? [] : [expect.stringContaining('8.5.1')] });
  });

  it('refuses without a stage 2', () => {
    expect(decide('QMS', { stage1: STAGE1, nonconformities: [] }).granted).toBe(false);
  });

  it('concludes what is granted before what is not', () => {
    const decisions = [
      { scheme: 'A', granted: false, reasons: ['x'] },
      { scheme: 'B', granted: true, reasons: [] },
    ];

    expect(decisionConclusion(decisions, (code) => code)).toBe('准予认证：B；不予认证：A');
  });
});

describe('a certificate', () => {
  it.each([
    ['QMS', '2026-11-24', '2029-11-23', ['2027-11-24', '2028-11-24']],
    ['QMS', '2028-02-29', '2031-02-27', ['2029-02-28', '2030-02-28']],
    ['MMS', '2026-11-24', '2031-11-23', ['2027-11-24', '2028-11-24', '2029-11-24', '2030-11-24']],
    ['ORGANIC', '2026-11-24', '2027-11-23', []],
    ['GI', '2026-11-24', undefined, []],
  ])('of %s issued on %s is valid until %s, with surveillance by %j', (code, issuedOn, until, dates) => {
    expect(validUntil(schemeOf(code), issuedOn)).toBe(until);
    expect(surveillanceDates(schemeOf(code), issuedOn)).toEqual(dates);
  });
});

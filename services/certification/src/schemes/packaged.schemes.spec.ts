import { auditDays } from '@nqi/reference-data';
import { leastOnSite } from '../audits/plan.js';
import { packagedSchemes } from './packaged.schemes.js';

const catalogue = packagedSchemes();

describe('the packaged schemes', () => {
  it.each([
    ['QMS', 5, '1.5'],
    ['QMS', 6, '2'],
    ['QMS', 65, '5'],
    ['QMS', 66, '6'],
    ['QMS', 10_700, '22'],
    ['QMS', 10_701, undefined],
    ['QMS', 0, undefined],
    ['MDQMS', 45, '4'],
    ['FSMS', 45, undefined],
    ['toString', 45, undefined],
  ])('tell the days of %s for %i people: %s', (code, personnel, days) => {
    expect(catalogue.auditDays(code, personnel, undefined)).toBe(days);
  });

  it('ask for the complexity where the table does', () => {
    expect(['QMS', 'EMS', 'OHSMS', 'FSMS'].map((code) => catalogue.asksComplexity(code))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(catalogue.auditDays('EMS', 5, 'high')).toBe('3');
    expect(catalogue.auditDays('EMS', 5, undefined)).toBeUndefined();
  });

  it('agree with the rule of 80 % on site, row by row', () => {
    for (const row of auditDays()) {
      expect(leastOnSite(String(row.initialAuditDays)).toNumber()).toBeCloseTo(row.minOnsiteDays, 2);
    }
  });
});

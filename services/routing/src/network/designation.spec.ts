import { withDesignations, territoryOf, type Designation } from './designation.js';
import { demonstrationInstitutions } from './network.seed.js';

const [body] = demonstrationInstitutions();
const ACT: Designation = {
  documentNumber: '鲁枣计字 1',
  services: ['MET-001'],
  regions: ['370481'],
  validFrom: '2026-01-01',
  demo: false,
};

describe('designations of an institution', () => {
  it('are said anew as a whole, and none takes all away', () => {
    const designated = withDesignations(body!, [ACT]);

    expect(designated.designations).toEqual([ACT]);
    expect(withDesignations(designated, [])).toEqual(body);
  });

  it.each<[string, Partial<Designation>, string, string]>([
    ['no service', { services: ['MET-001', 'MET'] }, 'UNKNOWN_SERVICE', '/designations/0/services/1'],
    ['no region', { regions: ['99'] }, 'UNKNOWN_REGION', '/designations/0/regions/0'],
    ['no such day', { validFrom: '2026-02-30' }, 'BAD_DATE', '/designations/0/validFrom'],
    ['an end before its beginning', { validUntil: '2025-12-31' }, 'BAD_TERM', '/designations/0/validUntil'],
  ])('are refused with %s', (_, wrong, code, pointer) => {
    const refused = expect.objectContaining({ code: `DESIGNATION.${code}`, pointer });

    expect(() => withDesignations(body!, [{ ...ACT, ...wrong }])).toThrow(refused);
  });

  it('name an act once', () => {
    const refused = expect.objectContaining({ code: 'DESIGNATION.TAKEN', pointer: '/designations/1/documentNumber' });

    expect(() => withDesignations(body!, [ACT, ACT])).toThrow(refused);
  });
});

describe('the territory of an enterprise', () => {
  it('is its park or town and all that lies around it', () => {
    expect([...territoryOf({ regionCode: '370481112' })]).toEqual(['370481112', '370481', '370400', '370000']);
    expect(territoryOf({ regionCode: '370481', parkCode: '370481901' })).toContain('370481901');
    expect([...territoryOf({ regionCode: '370471' })]).toEqual(['370471', '370400', '370000']);
  });
});

import { aFiling } from '../../test/builders/filings.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { PackagedReferenceBook } from '../catalogue/packaged.reference-book.js';
import { shippedPackages, shippedServices } from '../catalogue/shipped-catalogue.js';
import { filingFaults, usccFaults, type Filing } from './filing.js';

const services = shippedServices().map((service) => ({ ...service, enabled: service.code !== 'MET-007' }));
const catalogue = new Catalogue('shipped-1', { services, packages: shippedPackages() });
const book = new PackagedReferenceBook();

const faults = (changes: Partial<Filing>) =>
  filingFaults(aFiling(changes), catalogue, book, '2026-11-24').map(({ code, pointer }) => [code, pointer]);
const item = (serviceCode: string, institutionId?: string) => ({ serviceCode, form: {}, institutionId });

describe('A filing', () => {
  it('may name a service, a place and a person that exist', () => {
    expect(faults({})).toEqual([]);
  });

  it.each(['XXX-001', 'met-003', '', '__proto__'])('cannot ask for the unknown service %p', (code) => {
    expect(faults({ items: [item('MET-003'), item(code)] })).toEqual([
      ['REQUEST.UNKNOWN_SERVICE', '/items/1/serviceCode'],
    ]);
  });

  it('cannot ask for a service that is no longer offered', () => {
    expect(faults({ items: [item('MET-007')] })).toEqual([['REQUEST.UNKNOWN_SERVICE', '/items/0/serviceCode']]);
  });

  it('chooses only institutions that exist', () => {
    expect(faults({ items: [item('TST-001', 'ORG006')] })).toEqual([]);
    expect(faults({ items: [item('TST-001', 'ORG999')] })).toEqual([
      ['REQUEST.UNKNOWN_INSTITUTION', '/items/0/institutionId'],
    ]);
  });

  it('names an institution or leaves it to the platform, not both', () => {
    expect(faults({ items: [{ ...item('TST-001'), recommendedByPlatform: true }] })).toEqual([]);
    expect(faults({ items: [{ ...item('TST-001', 'ORG006'), recommendedByPlatform: true }] })).toEqual([
      ['REQUEST.TWO_CHOICES', '/items/0/recommendedByPlatform'],
    ]);
  });

  it.each(['2026-11-24', '2027-11-25'])('may want the work for %s', (wantedDate) => {
    expect(faults({ wantedDate })).toEqual([]);
  });

  it.each(['2026-11-23', '2027-11-26', '2026-02-30', 'soon'])('cannot want the work for %s', (wantedDate) => {
    expect(faults({ wantedDate })).toEqual([['REQUEST.WANTED_DATE', '/wantedDate']]);
  });

  it('as a package holds only services of that package', () => {
    expect(faults({ packageCode: 'PKG-HOSP', items: [item('MET-001'), item('TRN-002')] })).toEqual([]);
    expect(faults({ packageCode: 'PKG-HOSP', items: [item('MET-001'), item('MET-003')] })).toEqual([
      ['REQUEST.NOT_IN_PACKAGE', '/items/1/serviceCode'],
    ]);
    expect(faults({ packageCode: 'PKG-NONE' })).toEqual([['REQUEST.UNKNOWN_PACKAGE', '/packageCode']]);
  });

  it.each(['0632-0000001', '13812345678', '400-123-4567', '+86 138 1234 5678'])('has the telephone %s', (phone) => {
    expect(faults({ contact: { name: '张三', phone } })).toEqual([]);
  });

  it.each(['12345', '1381234567', '0632-000', 'none', '138123456789'])('has no telephone %s', (phone) => {
    expect(faults({ contact: { name: '张三', phone } })).toEqual([['CONTACT.PHONE', '/contact/phone']]);
  });

  it.each(['370402', '370403', '370404', '370405', '370406', '370481', '370471'])('comes from %s', (regionCode) => {
    expect(faults({ regionCode, parkCode: undefined })).toEqual([]);
  });

  it.each([
    ['370400', 'the city itself'],
    ['370000', 'the province'],
    ['370102', 'another city'],
    ['370481901', 'a park'],
    ['370402001', 'a town'],
    ['000000', 'nowhere'],
  ])('does not come from %s (%s)', (regionCode) => {
    expect(faults({ regionCode, parkCode: undefined })).toEqual([['REQUEST.UNKNOWN_REGION', '/regionCode']]);
  });

  it.each([
    ['370481', '370481901'],
    ['370471', '370471'],
    ['370406', '370406405'],
    ['370402', '370402001'],
  ])('from %s may lie in %s', (regionCode, parkCode) => {
    expect(faults({ regionCode, parkCode })).toEqual([]);
  });

  it.each([
    ['370402', '370481901'],
    ['370403', '370471'],
    ['370481', '370481'],
    ['370481', '370481999'],
  ])('from %s does not lie in %s', (regionCode, parkCode) => {
    expect(faults({ regionCode, parkCode })).toEqual([['REQUEST.UNKNOWN_PARK', '/parkCode']]);
  });

  it('is told everything that is wrong with it at once', () => {
    const pointers = faults({
      items: [item('XXX-001')],
      packageCode: 'PKG-NONE',
      contact: { name: '张三', phone: '1' },
      regionCode: '1',
    }).map(([, pointer]) => pointer);

    expect(pointers).toEqual(['/items/0/serviceCode', '/packageCode', '/contact/phone', '/regionCode']);
  });
});

describe('A credit code', () => {
  it.each([
    ['91370481XD4164886N', undefined],
    ['91370481xd4164886n', undefined],
    ['91370481XD4164886P', 'USCC.FAIL_CHECK'],
    ['91370481XD416488', 'USCC.FAIL_FORMAT'],
    ['', 'USCC.FAIL_FORMAT'],
  ])('%p is judged %p', (uscc, code) => {
    expect(usccFaults(uscc, '/enterpriseUscc').map((fault) => fault.code)).toEqual(code ? [code] : []);
  });
});

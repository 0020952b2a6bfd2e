import { shippedCatalogue } from '../shipped-catalogue.js';
import type { CatalogueContent, CatalogueService, ServicePackage } from '../catalogue.js';
import { EDITIONS } from './catalogue-editions.validator.js';
import { editionFaults } from './edition-content.validator.js';

const shipped = shippedCatalogue();
const [first, ...others] = shipped.services;
const [group] = shipped.packages;
if (!first || !group) throw new Error('nothing is shipped');

const withService = (changes: Partial<Record<keyof CatalogueService, unknown>>): CatalogueContent =>
  ({ ...shipped, services: [{ ...first, ...changes }, ...others] }) as CatalogueContent;
const withForm = (changes: object) => withService({ form: { ...first.form, ...changes } });
const withPackage = (changes: Partial<ServicePackage>): CatalogueContent => ({
  ...shipped,
  packages: [{ ...group, ...changes }],
});
const wrongAt = (content: unknown) => editionFaults(content).map(({ pointer }) => pointer);
const FIELD = { title: '数', 'x-title-en': 'Number', type: 'integer' };
const two = { type: 'object', properties: { low: FIELD, high: FIELD } };
const leg = (serviceCode: string, needs: string) => ({ serviceCode, needsResultsOf: [needs], comesAfter: [] });

describe('The content of an edition', () => {
  it('is valid as shipped, also after a trip to the database', () => {
    expect(editionFaults(shipped)).toEqual([]);
    expect(editionFaults(JSON.parse(JSON.stringify(shipped)))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, ''],
    [
      'a limit of no days',
      withService({ limits: { promised: { unit: 'working-day', n: 0 } } }),
      '/services/0/limits/promised/n',
    ],
    [
      'a limit in moons',
      withService({ limits: { promised: { unit: 'moon', n: 1 } } }),
      '/services/0/limits/promised/unit',
    ],
    ['a name in one language', withService({ name: { zh: '检定', en: '' } }), '/services/0/name/en'],
    [
      'an end before its beginning',
      withService({ offeredFrom: '2027-01-02', offeredUntil: '2027-01-01' }),
      '/services/0/offeredUntil',
    ],
    ['a field nobody knows', withService({ price: 1 } as object), '/services/0/price'],
    ['one code twice', { ...shipped, services: [first, first, ...others] }, '/services/1/code'],
    ['a package of strangers', withPackage({ serviceCodes: ['MET-999'], legs: [] }), '/packages/0/serviceCodes/0'],
    [
      'a package that waits for itself',
      withPackage({
        serviceCodes: ['MET-001', 'TST-002'],
        legs: [leg('MET-001', 'TST-002'), leg('TST-002', 'MET-001')],
      }),
      '/packages/0/legs',
    ],
    ['a form that is no schema', withForm({ required: 'note' }), '/services/0/form'],
    ['a form that takes anything', withForm({ additionalProperties: true }), '/services/0/form/additionalProperties'],
    [
      'a field without an English name',
      withForm({ properties: { a: { title: '甲', type: 'string' } } }),
      '/services/0/form/properties/a/x-title-en',
    ],
    [
      'a list that does not exist',
      withForm({ properties: { a: { ...FIELD, 'x-reference': 'stars' } } }),
      '/services/0/form/properties/a/x-reference',
    ],
    ['a condition about a field that is not there', withForm({ if: { required: ['mood'] } }), '/services/0/form/if'],
    [
      'a rule about a field that is not there',
      withForm({
        ...two,
        if: true,
        then: true,
        else: true,
        required: [],
        'x-rules': [{ left: 'low', is: 'less', right: 'top', message: { zh: '低', en: 'low' } }],
      }),
      '/services/0/form/x-rules/0/right',
    ],
    ['a finder that leads nowhere', { ...shipped, finder: { ...shipped.finder, start: 'nowhere' } }, '/finder/start'],
  ])('is refused with %s', (_, content, pointer) => {
    expect(wrongAt(content)).toContain(pointer);
  });

  it('is refused in both languages', () => {
    expect(() => EDITIONS.checked(withForm({ type: 'string' }))).toThrow(
      expect.objectContaining({
        code: 'CATALOGUE.INVALID',
        pointer: '/content/services/0/form/type',
        text: { zh: expect.stringContaining('表单应为 object'), en: expect.stringContaining('A form is an object') },
      }),
    );
  });
});

import 'reflect-metadata';
import { InvalidBody, bodyValidation } from '@nqi/platform';
import { aFiling, withValue, without } from '../../test/builders/filings.js';
import { FilingBody } from './filing.dto.js';
import { filingShape } from './filing.schema.js';

const FULL = aFiling({
  packageCode: 'PKG-SETUP',
  enterpriseUscc: '91370481XD4164886N',
  items: [{ serviceCode: 'MET-003', form: {}, institutionId: 'ORG005' }],
});

/** Bodies and, per body, the fields that are wrong with it. */
const CASES: [string, unknown, string[]][] = [
  ['everything', FULL, []],
  ['only what is needed', without(without(FULL, 'packageCode'), 'parkCode'), []],
  ['empty optional texts', { ...FULL, packageCode: '', parkCode: '', enterpriseUscc: '' }, []],
  ['null for what is optional', { ...FULL, packageCode: null, parkCode: null, enterpriseUscc: null }, []],
  ['the longest optional text', { ...FULL, packageCode: 'x'.repeat(40) }, []],
  ['too long an optional text', { ...FULL, packageCode: 'x'.repeat(41) }, ['/packageCode']],
  ['a number for a text', { ...FULL, regionCode: 370481 }, ['/regionCode']],
  ['an empty text', { ...FULL, regionCode: '' }, ['/regionCode']],
  ['too long a text', { ...FULL, regionCode: '3704810000000' }, ['/regionCode']],
  ['no items', without(FULL, 'items'), ['/items']],
  ['an empty list of items', { ...FULL, items: [] }, ['/items']],
  ['fifty items', { ...FULL, items: Array(50).fill(FULL.items[0]) }, []],
  ['fifty-one items', { ...FULL, items: Array(51).fill(FULL.items[0]) }, ['/items']],
  ['an object for a list', { ...FULL, items: { 0: FULL.items[0] } }, ['/items']],
  ['a text for an item', { ...FULL, items: ['MET-003'] }, ['/items/0']],
  ['an item without a service', { ...FULL, items: [{ form: {} }] }, ['/items/0/serviceCode']],
  ['an item without a form', { ...FULL, items: [{ serviceCode: 'MET-003' }] }, ['/items/0/form']],
  ['a list for a form', { ...FULL, items: [{ serviceCode: 'MET-003', form: [] }] }, ['/items/0/form']],
  ['an unknown field of an item', withValue(FULL, 1, 'items', 0, 'price'), ['/items/0/price']],
  ['an unknown field', { ...FULL, status: 'COMPLETED' }, ['/status']],
  ['no contact', without(FULL, 'contact'), ['/contact']],
  ['a contact without a name', without(FULL, 'contact', 'name'), ['/contact/name']],
  ['a contact without a phone', without(FULL, 'contact', 'phone'), ['/contact/phone']],
  ['a line break in a name', withValue(FULL, '张\n三', 'contact', 'name'), ['/contact/name']],
  ['a NUL in a name', withValue(FULL, '张\u0000', 'contact', 'name'), ['/contact/name']],
  ['half a character in a name', withValue(FULL, '张\ud842', 'contact', 'name'), ['/contact/name']],
  ['a rare character in a name', withValue(FULL, '𠮷田', 'contact', 'name'), []],
  ['an unknown mode', { ...FULL, mode: 'by-mail' }, ['/mode']],
  ['no urgency', without(FULL, 'urgency'), ['/urgency']],
  [
    'a wish for a day and the platform',
    withValue({ ...FULL, wantedDate: '2026-12-01' }, true, 'items', 0, 'recommendedByPlatform'),
    [],
  ],
  ['a word for yes', withValue(FULL, 'yes', 'items', 0, 'recommendedByPlatform'), ['/items/0/recommendedByPlatform']],
  ['too long a day', { ...FULL, wantedDate: '2026-12-01T00' }, ['/wantedDate']],
  ['two faults', { ...FULL, mode: 1, urgency: 2 }, ['/mode', '/urgency']],
];

const pipe = bodyValidation();

async function declared(body: unknown): Promise<string[]> {
  try {
    await pipe.transform(structuredClone(body), { type: 'body', metatype: FilingBody });
    return [];
  } catch (error) {
    if (error instanceof InvalidBody) return error.faults.map(({ pointer }) => pointer);
    throw error;
  }
}

const distinct = (pointers: string[]) => [...new Set(pointers)].sort();

describe('The compiled schema of a filing', () => {
  it.each(CASES)('judges %s as the declared class does', async (_name, body, pointers) => {
    const compiled = distinct(filingShape(body, '').map(({ pointer }) => pointer));

    expect(compiled).toEqual(pointers);
    expect(distinct(await declared(body))).toEqual(pointers);
  });

  it.each([null, undefined, 'text', [], 7])('refuses %p as a whole', (body) => {
    expect(filingShape(body, '')).toMatchObject([{ pointer: '', text: { zh: '应为对象' } }]);
  });

  it('speaks of fields by their names on the screen', () => {
    const [fault] = filingShape(without(FULL, 'regionCode'), '');

    expect(fault?.text).toEqual({ zh: '缺少必填项“所在区(市)”', en: '"District" is required' });
  });
});

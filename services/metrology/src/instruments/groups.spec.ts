import { groupsOf, noteOf } from './groups.js';
import { packagedCatalogue } from './packaged.catalogue.js';
import { serialAt, serialsOf } from './serials.js';

const CATALOGUE = packagedCatalogue();

describe('the instruments of a form', () => {
  it('become groups that know their kind', () => {
    const form = {
      instruments: [
        { ref: 'MI004', name: '数字指示秤', qty: 23, model: 'M599', serials_from: 'S55244' },
        { ref: 'CI001', qty: 2, range: '0~300', accuracy: '±0.03 mm' },
      ],
    };

    const [scale, caliper] = groupsOf(form, CATALOGUE);

    expect(scale).toMatchObject({ no: 1, name: '数字指示秤', model: 'M599', serialsFrom: 'S55244', filed: 23 });
    expect(scale?.kind).toMatchObject({
      mandatory: true,
      mode: 'periodic',
      periodMonths: 12,
      basis: 'JJG 539-2016',
      unit: 'kg',
    });
    expect(caliper).toMatchObject({ no: 2, name: '游标卡尺', range: '0~300', filed: 2 });
    expect(caliper?.kind).toMatchObject({
      mandatory: false,
      allowance: { value: '0.03' },
      capability: { value: '0.01' },
    });
  });

  it('may be known by name only', () => {
    expect(groupsOf({ instruments: [{ name: '自制检具', qty: 1 }] }, CATALOGUE)).toMatchObject([{ name: '自制检具' }]);
  });

  it.each([[{}], [null], ['text'], [{ instruments: 'none' }], [{ note: '咨询' }]])('are none in %j', (form) => {
    expect(groupsOf(form, CATALOGUE)).toEqual([]);
  });

  it('never make a job of more than was agreed', () => {
    expect(
      groupsOf({ instruments: [{ qty: 99_999 }, { qty: -1 }, { qty: '3' }, 7] }, CATALOGUE).map(({ filed }) => filed),
    ).toEqual([10_000, 1, 1, 1]);
  });

  it('come with the note of the client', () => {
    expect(noteOf({ note: ' 请尽快 ' })).toBe('请尽快');
  });
});

describe('serial numbers', () => {
  it.each([
    ['S23085', 0, 'S23085'],
    ['S23085', 15, 'S23100'],
    ['A-0099', 1, 'A-0100'],
    ['999', 1, '1000'],
    ['2026-11-0000000000000000001', 9, '2026-11-0000000000000000010'],
    ['NOVA', 0, 'NOVA'],
    ['NOVA', 2, 'NOVA-3'],
  ])('run on from %s: number %d is %s', (first, index, serial) => {
    expect(serialAt(first, index)).toBe(serial);
  });

  it('are the laboratory’s own labels where the client gave none', () => {
    expect(serialsOf({ no: 3 }, 2)).toEqual(['#3-1', '#3-2']);
  });
});

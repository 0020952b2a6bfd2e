import { sampleRequests } from '@nqi/reference-data';
import { demonstrationScope } from '../network/scope.seed.js';
import { scopeFit } from './scope-fit.js';
import type { Want } from './want.js';
import { wantReader } from './wants.wiring.js';

const reader = wantReader();
const instruments = (...lines: object[]) => JSON.stringify({ instruments: lines });
const tests = (...lines: object[]) => JSON.stringify({ tests: lines });

describe('what a form asks for', () => {
  it.each<[string, string, Want[]]>([
    [
      'a calliper by number, its range in the usual unit',
      instruments({ ref: 'CI001', qty: 3, range: '0~300', accuracy: '±0.03 mm(分度值0.02)' }),
      [{ object: 'CI001', range: { low: 0, high: 300, unit: 'mm' }, limit: { value: 0.03, unit: 'mm' } }],
    ],
    [
      'one by a name that is in the list',
      instruments({ name: '游标卡尺', qty: 1, range: '（0－150）mm' }),
      [{ object: 'CI001', range: { low: 0, high: 150, unit: 'mm' } }],
    ],
    ['one by a name that is not', instruments({ name: '自制量具', qty: 1, accuracy: 'Ⅲ级' }), [{ name: '自制量具' }]],
    [
      'what cannot be read',
      instruments({ ref: 'CI017', qty: 1, range: 'M3~M100', accuracy: '6H/6g' }),
      [{ object: 'CI017' }],
    ],
    ['two alike', instruments({ ref: 'MI004', qty: 1 }, { ref: 'MI004', qty: 2 }), [{ object: 'MI004' }]],
    ['nothing', '{}', []],
    ['nonsense', '{"instruments":[1,null,"x"]}', []],
  ])('metrology: %s', (_, form, wants) => {
    expect(reader.of('metrology', form)).toEqual(wants);
  });

  it.each<[string, object, string]>([
    ['the method of the list', { standard: 'GB/T 18400.4-2010' }, 'GB/T 17421.2-2023'],
    ['the method that the client names', { method: 'gb/t17421.2—2016' }, 'GB/T 17421.2-2016'],
    ['not a standard', { method: '按客户要求' }, 'GB/T 17421.2-2023'],
  ])('testing: %s', (_, line, method) => {
    const form = tests({ ref: 'TP040', items: ['TP040-01'], samples: 1, ...line });

    expect(reader.of('testing', form)).toEqual([{ object: 'TP040', parameter: 'TP040-01', method }]);
  });

  it('testing: a product standard that is the method says which edition is meant', () => {
    const form = tests({ ref: 'TP011', standard: 'GB 31241-2014', items: ['TP011-01'], samples: 1 });

    expect(reader.of('testing', form)).toEqual([{ object: 'TP011', parameter: 'TP011-01', method: 'GB 31241-2014' }]);
  });

  it('certification: the field; consulting: nothing', () => {
    expect(reader.of('certification', '{"certification":[{"ref":"QMS"}]}')).toEqual([{ object: 'QMS' }]);
    expect(reader.of('consulting', '{"note":"x"}')).toEqual([]);
  });

  it('an instrument as the list has it fits the scope that is made from the list', () => {
    const scope = demonstrationScope('ORG039', 'MET-003');
    const held = new Set(scope.map(({ object }) => object));
    const asked = sampleRequests()
      .flatMap(({ lines }) => lines.flatMap((line) => line.instruments))
      .filter(({ ref }) => held.has(ref));
    const misfits = asked.filter(({ ref, range, accuracy }) => {
      const [want] = reader.of('metrology', instruments({ ref, range, accuracy }));
      return Object.values(scopeFit(scope, want ? [want] : [])).some(
        (verdict) => !['PASS', 'NOT_KNOWN'].includes(verdict),
      );
    });

    expect(asked.length).toBeGreaterThan(300);
    expect(misfits).toEqual([]);
  });
});

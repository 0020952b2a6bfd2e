import { sampleRequests } from '@nqi/reference-data';
import { filedTests, noteOf } from './filed-tests.js';
import { packagedReferences } from './packaged.references.js';
import { usualTested } from './test-plan.js';

const REFERENCES = packagedReferences();

describe('a filed form', () => {
  it('names products with what the reference data knows of the items asked for', () => {
    const [test] = filedTests({ tests: [{ ref: 'TP027', items: ['TP027-03'], samples: 4 }] }, REFERENCES);

    expect(test).toMatchObject({ line: 1, product: '小麦粉', standard: 'GB/T 1355-2021', samples: 4 });
    expect(test?.items).toMatchObject([{ id: 'TP027-03', limitType: 'max', limitValue: '0.1', unit: 'mg/kg' }]);
  });

  it('asks for everything where it names no item', () => {
    expect(filedTests({ tests: [{ ref: 'TP027' }] }, REFERENCES)[0]?.items).toHaveLength(4);
  });

  it('may name a product that nobody knows', () => {
    const [test] = filedTests({ tests: [{ product: '自制支架', samples: -1 }] }, REFERENCES);

    expect(test).toEqual({ line: 1, product: '自制支架', items: [], samples: 1 });
  });

  it.each([null, 7, 'x', [], {}, { tests: 'x' }])('without tests gives none: %j', (form) => {
    expect(filedTests(form, REFERENCES)).toEqual([]);
    expect(noteOf(form)).toBeUndefined();
  });

  it('is cut where it cannot be one order any more', () => {
    const tests = filedTests({ tests: Array(60).fill({ ref: 'TP027', samples: 10_000 }) }, REFERENCES);

    expect(tests).toHaveLength(50);
    expect(tests[0]?.samples).toBe(1_000);
    expect(usualTested(tests)).toEqual(Array(50).fill(2));
  });

  it('of the sample requests is understood whole', () => {
    const lines = sampleRequests().flatMap((request) => request.lines.flatMap((line) => line.tests));
    const read = lines.map(({ productId, itemIds, samples }) =>
      filedTests({ tests: [{ ref: productId, items: itemIds, samples }] }, REFERENCES),
    );

    expect(lines.length).toBeGreaterThan(200);
    expect(read.map(([test]) => test?.items.map(({ id }) => id))).toEqual(lines.map(({ itemIds }) => itemIds));
  });
});

import { partsOf } from './data-parts.js';

describe('partsOf', () => {
  it('leaves out what is empty', () => {
    expect(partsOf({ a: null, b: '', c: [], d: undefined, e: 0, f: false })).toEqual([
      { kind: 'text', name: 'e', value: 0 },
      { kind: 'text', name: 'f', value: false },
    ]);
  });

  it('makes a table of a list of flat rows, over all their columns', () => {
    expect(partsOf({ points: [{ nominal: '10' }, { nominal: '20', error: '0.1' }] })).toEqual([
      {
        kind: 'table',
        name: 'points',
        columns: ['nominal', 'error'],
        rows: [{ nominal: '10' }, { nominal: '20', error: '0.1' }],
      },
    ]);
  });

  it('makes groups of rows that hold more', () => {
    expect(partsOf({ instruments: [{ name: 'x', points: [{ nominal: '1' }] }] })[0]?.kind).toBe('groups');
  });

  it('takes a name in two languages for a text', () => {
    expect(partsOf({ title: { zh: '甲', en: 'A' } })[0]?.kind).toBe('text');
  });

  it('groups what belongs together', () => {
    expect(partsOf({ environment: { temperature: '20' } })).toEqual([
      { kind: 'group', name: 'environment', value: { temperature: '20' } },
    ]);
  });
});

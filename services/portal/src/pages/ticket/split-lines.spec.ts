import { linesOf } from './split-lines.js';

describe('the lines of a form', () => {
  it('are named by pointers, with what they say', () => {
    const form = { note: '加急', tests: [{ ref: 'TP001', samples: 3, items: ['TI01', 'TI02'] }, { ref: 'TP002' }] };
    expect(linesOf(form)).toEqual([
      { pointer: '/tests/0', text: 'TP001 · 3 · TI01 · TI02' },
      { pointer: '/tests/1', text: 'TP002' },
    ]);
  });

  it('are none where a form has no list', () => {
    expect(linesOf({ note: '咨询' })).toEqual([]);
    expect(linesOf(undefined)).toEqual([]);
  });
});

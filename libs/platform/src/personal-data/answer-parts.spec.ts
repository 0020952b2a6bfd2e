import { answerParts } from './answer-parts.js';

const drafts = { zh: '草稿', en: 'Drafts' };
const notes = { zh: '备注', en: 'Notes' };
const rows = (count: number, text = 'x'.repeat(90)) => Array.from({ length: count }, (_, n) => ({ n, text }));

describe('the parts of an answer', () => {
  it('are one, empty, when there is nothing', () => {
    expect(answerParts([{ what: drafts, rows: [] }], 1_000)).toEqual([[]]);
  });

  it('hold every row once, in order, under what it is', () => {
    const parts = answerParts(
      [
        { what: drafts, rows: rows(25) },
        { what: notes, rows: rows(3) },
      ],
      1_000,
    );
    const all = (what: object) => parts.flat().flatMap((slice) => (slice.what === what ? slice.rows : []));

    expect(parts.length).toBeGreaterThan(2);
    expect(all(drafts)).toEqual(rows(25));
    expect(all(notes)).toEqual(rows(3));
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(1_500);
  });

  it('let a row that is too large go alone', () => {
    const large = { text: 'y'.repeat(5_000) };

    expect(answerParts([{ what: drafts, rows: [...rows(1), large, ...rows(1)] }], 1_000)).toHaveLength(3);
  });
});

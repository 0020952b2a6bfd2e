import { type CsvRow, parseCsv } from './csv.js';

const TEXT = 'id,name,tags,count\n1,"a, ""b""\nc",x; y;,3\n2,plain,,\n';
const read = <T>(text: string, toRecord: (row: CsvRow) => T, key?: string): readonly T[] =>
  parseCsv('demo.csv', text, toRecord, key);

describe('parseCsv', () => {
  it('reads quoted commas, quotes and line ends, lists and empty cells', () => {
    const rows = read(TEXT, (row) => ({
      name: row.text('name'),
      tags: row.list('tags'),
      count: row.optionalNumber('count'),
    }));

    expect(rows).toEqual([
      { name: 'a, "b"\nc', tags: ['x', 'y'], count: 3 },
      { name: 'plain', tags: [], count: undefined },
    ]);
  });

  it('names file, line and column of a wrong cell, counting the lines of quoted cells', () => {
    expect(() => read(TEXT, (row) => row.number('count'))).toThrow('demo.csv, line 4, column count: is empty');
  });

  it.each<[string, (row: CsvRow) => unknown, string]>([
    ['an empty text', (row) => row.text('empty'), 'is empty'],
    ['a word for a number', (row) => row.number('word'), '"abc" is no number'],
    ['half a number', (row) => row.number('half'), '"1." is no number'],
    ['a word for a flag', (row) => row.flag('word'), '"abc" does not match'],
    ['a date that does not exist', (row) => row.date('date'), '"2026-02-30" is no date'],
    ['a word outside a list', (row) => row.oneOf('word', ['x', 'y']), '"abc" is none of x, y'],
    ['a word without translation', (row) => row.mapped('proto', { 甲: 'a' }), '"toString" is none of 甲'],
    ['a column that is not there', (row) => row.optional('nothing'), 'column is missing'],
  ])('refuses %s', (_what, access, reason) => {
    const text = 'empty,word,half,date,proto\n,abc,1.,2026-02-30,toString\n';

    expect(() => read(text, access)).toThrow(/^demo\.csv, line 2, column \w+: /);
    expect(() => read(text, access)).toThrow(reason);
  });

  it('refuses a key that is there twice', () => {
    expect(() => read('id,n\na,1\nb,2\na,3\n', (row) => row.text('id'), 'id')).toThrow(
      'demo.csv, line 4, column id: "a" is there twice',
    );
  });

  it('names the file when a line has too few cells', () => {
    expect(() => read('id,n\na\n', (row) => row.text('id'))).toThrow(/^demo\.csv: .*line 2/);
  });

  it('hands out rows nobody can change', () => {
    const [row] = read(TEXT, (cells) => ({ tags: cells.list('tags') }));

    expect(() => row?.tags.push('z')).toThrow(TypeError);
  });
});

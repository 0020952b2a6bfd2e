import { type JsonRecord, parseJsonLines } from './json-lines.js';

const read = <T>(text: string, toRecord: (record: JsonRecord) => T): readonly T[] =>
  parseJsonLines('demo.jsonl', text, toRecord);

describe('parseJsonLines', () => {
  it('reads one record a line and skips blank ones', () => {
    expect(read('{"n":1}\n\n{"n":2}\n', (record) => record.integer('n'))).toEqual([1, 2]);
  });

  it('takes an empty or absent text for none', () => {
    expect(read('{"park":""}\n{}', (record) => record.optional('park'))).toEqual([undefined, undefined]);
  });

  it('names file, line and path of a wrong field, however deep', () => {
    const text = '{"lines":[]}\n{"lines":[{"tests":[{"samples":1},{"samples":"two"}]}]}';
    const samples = (record: JsonRecord): number[] => record.records('tests', (test) => test.integer('samples'));

    expect(() => read(text, (record) => record.records('lines', samples))).toThrow(
      'demo.jsonl, line 2, field lines[0].tests[1].samples: is no whole number',
    );
  });

  it.each<[string, (record: JsonRecord) => unknown, string]>([
    ['{"a":1}', (record) => record.text('a'), 'field a: is no text'],
    ['{"a":"yes"}', (record) => record.flag('a'), 'field a: is neither true nor false'],
    ['{"a":"yesterday"}', (record) => record.instant('a'), 'field a: is no instant'],
    ['{"a":"z"}', (record) => record.oneOf('a', ['x']), 'field a: "z" is none of x'],
    ['{"a":["x",1]}', (record) => record.texts('a'), 'field a[1]: is no text'],
    ['{"a":{}}', (record) => record.texts('a'), 'field a: is no list'],
    ['{"a":[1]}', (record) => record.records('a', (item) => item), 'field a[0]: is no object'],
    ['{"a":', (record) => record, 'is no JSON'],
    ['7', (record) => record, 'is no object'],
  ])('refuses %s', (text, access, reason) => {
    expect(() => read(text, access)).toThrow(`demo.jsonl, line 1`);
    expect(() => read(text, access)).toThrow(reason);
  });
});

import { shapeOfLines } from './shape-of-lines.js';

const text = { type: 'string' };
const record = (...fields: string[]) => ({
  items: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, text])) },
});

describe('shapeOfLines', () => {
  it('puts single values side by side', () => {
    expect(shapeOfLines({ items: text })).toBe('inline');
  });

  it('gives short records a row each', () => {
    expect(shapeOfLines(record('nominal', 'mpe'))).toBe('rows');
  });

  it('gives larger or nested records boxes', () => {
    expect(shapeOfLines(record('a', 'b', 'c', 'd'))).toBe('boxes');
    expect(shapeOfLines({ items: { type: 'object', properties: { readings: { type: 'array' } } } })).toBe('boxes');
  });
});

import { askedFields, hiddenFields, settledSchema, withoutHidden } from './conditions.js';

const SCHEMA = {
  type: 'object',
  properties: { delivery: { enum: ['sent', 'on-site'] }, site: { type: 'string' }, note: { type: 'string' } },
  if: { properties: { delivery: { const: 'on-site' } }, required: ['delivery'] },
  then: { required: ['site'] },
  else: { properties: { site: false } },
};

describe('a field that depends on another', () => {
  it('is there only while the other one holds its value', () => {
    expect(hiddenFields(SCHEMA, {})).toEqual(['site']);
    expect(hiddenFields(SCHEMA, { delivery: 'sent' })).toEqual(['site']);
    expect(hiddenFields(SCHEMA, { delivery: 'on-site' })).toEqual([]);
    expect(hiddenFields({ allOf: [SCHEMA] }, {})).toEqual(['site']);
    expect(hiddenFields({ type: 'object' }, {})).toEqual([]);
  });

  it('is not drawn otherwise, and what was typed into it goes away', () => {
    expect(Object.keys(settledSchema(SCHEMA, ['site'], [])['properties'] as object)).toEqual(['delivery', 'note']);
    expect(settledSchema(SCHEMA, [], ['site'])).toMatchObject({ required: ['site'] });
    expect(settledSchema(SCHEMA, [], [])).not.toHaveProperty('if');
    expect(askedFields(SCHEMA, { delivery: 'on-site' })).toEqual(['site']);
    expect(askedFields(SCHEMA, {})).toEqual([]);
    expect(withoutHidden(SCHEMA, { delivery: 'sent', site: 'hall 1', note: 'n' })).toEqual({
      delivery: 'sent',
      note: 'n',
    });
    expect(withoutHidden(SCHEMA, { delivery: 'on-site', site: 'hall 1' })).toEqual({
      delivery: 'on-site',
      site: 'hall 1',
    });
  });
});

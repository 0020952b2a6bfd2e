import { localizeSchema } from './localize-schema.js';
import { shownSchema } from './shown-schema.js';
import { uiSchemaOf } from './ui-schema.js';

describe('localizeSchema', () => {
  const schema = {
    title: '名称',
    'x-title-en': 'Name',
    properties: { qty: { title: '数量', 'x-title-en': 'Quantity' } },
  };

  it('shows English titles where there are any', () => {
    expect(localizeSchema(schema, 'en')).toMatchObject({ title: 'Name', properties: { qty: { title: 'Quantity' } } });
  });

  it('names the values of a choice', () => {
    const choice = { type: 'string', enum: ['a'], 'x-labels': { a: { zh: '甲', en: 'First' } } };

    expect(localizeSchema({ properties: { choice } }, 'en')).toEqual({
      properties: { choice: { type: 'string', oneOf: [{ const: 'a', title: 'First' }] } },
    });
  });

  it('leaves Chinese as it is', () => {
    expect(localizeSchema(schema, 'zh')).toBe(schema);
  });
});

describe('shownSchema', () => {
  it('does not draw rules about fields that must be there', () => {
    expect(shownSchema({ items: { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] } })).toEqual({
      items: { type: 'object' },
    });
  });

  it('draws real alternatives', () => {
    const schema = { oneOf: [{ properties: { a: {} }, required: ['a'] }, { properties: { b: {} } }] };

    expect(shownSchema(schema)).toEqual(schema);
  });
});

describe('uiSchemaOf', () => {
  it('lets references be chosen instead of typed', () => {
    const schema = { type: 'object', properties: { ref: { type: 'string', 'x-reference': 'instruments' } } };

    expect(uiSchemaOf(schema)).toEqual({
      ref: { 'ui:widget': 'reference', 'ui:options': { reference: 'instruments' } },
    });
  });

  it('lets several references of one list be chosen together', () => {
    const schema = { type: 'array', maxItems: 5, items: { type: 'string', 'x-reference': 'test-products' } };

    expect(uiSchemaOf(schema)).toEqual({
      'ui:widget': 'references',
      'ui:options': { reference: 'test-products', maxItems: 5 },
    });
  });

  it('does not ask for what follows from the chosen product', () => {
    const ref = { type: 'string', 'x-reference': 'test-products' };
    const schema = { type: 'object', properties: { ref, product: { type: 'string' }, samples: { type: 'integer' } } };

    expect(uiSchemaOf(schema)).toMatchObject({ product: { 'ui:widget': 'hidden' }, samples: {} });
  });

  it('shows what is not to be changed as text', () => {
    expect(uiSchemaOf({ type: 'string', maxLength: 500, readOnly: true })).toEqual({ 'ui:widget': 'shown' });
  });

  it('gives long texts room', () => {
    expect(uiSchemaOf({ type: 'string', maxLength: 2000 })).toEqual({ 'ui:widget': 'textarea' });
  });
});

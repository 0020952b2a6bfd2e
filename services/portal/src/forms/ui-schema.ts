import type { JsonSchema } from '../api/shapes.js';

export type UiSchema = Record<string, unknown>;

/** Longer texts get a larger field. */
const LONG_TEXT = 300;

/** What follows from the chosen product and need not be typed. */
const FOLLOWS_FROM_PRODUCT: readonly string[] = ['product', 'standard'];

/** How a schema's fields are drawn where its types alone do not say it. */
export function uiSchemaOf(schema: JsonSchema): UiSchema {
  const { type, items, properties } = schema;
  if (schema['readOnly'] && !properties && type !== 'array') return { 'ui:widget': 'shown' };
  if (type === 'array') return arrayUi(schema, asSchema(items));
  if (properties) return objectUi(asSchema(properties) as Record<string, JsonSchema>);
  const reference = referenceOf(schema);
  if (reference) return { 'ui:widget': 'reference', 'ui:options': { reference } };
  if (type === 'string' && Number(schema['maxLength']) >= LONG_TEXT) return { 'ui:widget': 'textarea' };
  return {};
}

function objectUi(properties: Record<string, JsonSchema>): UiSchema {
  const ofProduct = referenceOf(asSchema(properties['ref'])) === 'test-products';
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const hidden = ofProduct && FOLLOWS_FROM_PRODUCT.includes(name);
      return [name, hidden ? { 'ui:widget': 'hidden' } : uiSchemaOf(property)];
    }),
  );
}

function arrayUi(schema: JsonSchema, items: JsonSchema): UiSchema {
  const reference = referenceOf(items);
  if (reference) return { 'ui:widget': 'references', 'ui:options': { reference, maxItems: schema['maxItems'] } };
  if (items['type'] === 'string' && !items['enum']) return { items: uiSchemaOf(items) };
  if (items['enum']) return { 'ui:widget': 'checkboxes' };
  return { items: uiSchemaOf(items), 'ui:options': { orderable: false } };
}

const referenceOf = (schema: JsonSchema): string | undefined => {
  const name = schema['x-reference'];
  return typeof name === 'string' ? name : undefined;
};

const asSchema = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null ? (value as JsonSchema) : {};

import type { JsonSchema } from '../api/shapes.js';

/** Records of more fields than this read better as boxes. */
const FIT_ONE_ROW = 3;

/** How much room the lines of a list need: single values stand side by side, short records take a row each. */
export function shapeOfLines({ items }: JsonSchema): 'boxes' | 'rows' | 'inline' {
  const item = (items ?? {}) as JsonSchema;
  if (isSingle(item)) return 'inline';
  const fields = Object.values((item['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  return fields.length > 0 && fields.length <= FIT_ONE_ROW && fields.every(isSingle) ? 'rows' : 'boxes';
}

const isSingle = ({ type }: JsonSchema): boolean => type !== undefined && type !== 'object' && type !== 'array';

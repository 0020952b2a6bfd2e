import type { Chance } from './chance.js';
import { NOBODYS_ID, type Schema, type Surface } from './operations.js';

const DEEPEST = 6;

/** A body of the schema's shape: required fields always, the others by chance (all of them without one). */
export function bodyOf(schema: Schema, { resolve }: Pick<Surface, 'resolve'>, chance?: Chance): unknown {
  const fill = (given: Schema, name: string, depth: number): unknown => {
    const known = resolve(given);
    if (known.example !== undefined) return known.example;
    if (known.enum) return chance ? chance.one(known.enum) : known.enum[0];
    const [merged] = [known.allOf, known.oneOf, known.anyOf].filter((parts) => parts !== undefined);
    if (merged)
      return known.allOf
        ? Object.assign({}, ...merged.map((part) => fill(part, name, depth)))
        : fill(merged[0] ?? {}, name, depth);
    switch (typeOf(known)) {
      case 'object':
        return Object.fromEntries(
          Object.entries(depth < DEEPEST ? (known.properties ?? {}) : {})
            .filter(([field]) => known.required?.includes(field) || (chance?.yes(0.5) ?? false))
            .map(([field, value]) => [field, fill(value, field, depth + 1)]),
        );
      case 'array':
        return Array.from({ length: known.minItems || (chance ? chance.below(3) : 0) }, () =>
          fill(known.items ?? {}, name, depth + 1),
        );
      case 'integer':
      case 'number':
        return known.minimum ?? 1;
      case 'boolean':
        return chance ? chance.yes(0.5) : true;
      default:
        return textOf(known, name);
    }
  };
  return fill(schema, '', 0);
}

const typeOf = ({ type, properties }: Schema): string | undefined => {
  const [first] = typeof type === 'string' ? [type] : (type ?? []);
  return first ?? (properties && 'object');
};

const SENSIBLE: Readonly<Record<string, string>> = {
  nodeCode: 'WS-370402',
  institutionId: 'ORG005',
  assignee: 'clerk-WS-370481',
  regionCode: '370481',
  serviceCode: 'MET-001',
};

function textOf({ format, pattern, maxLength = 200 }: Schema, name: string): string {
  if (format === 'uuid') return NOBODYS_ID;
  if (format === 'date-time') return '2027-01-04T02:00:00Z';
  if (SENSIBLE[name]) return SENSIBLE[name];
  if (pattern?.includes('T\\d')) return '2027-01-04T02:00:00Z';
  if (pattern?.startsWith('^\\d{4}-')) return '2027-01-04';
  return 'matrix'.slice(0, maxLength);
}

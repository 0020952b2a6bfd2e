import { InvalidBody } from '@nqi/platform';
import { ActionBodies } from './action-bodies.js';
import type { JsonSchema } from './procedure.js';

const SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['checkedOn', 'rows'],
  properties: {
    checkedOn: { type: 'string', format: 'date', title: '核查日期', 'x-title-en': 'Checked on' },
    place: { type: 'string', default: '实验室' },
    rows: {
      type: 'array',
      items: { type: 'object', required: ['value'], properties: { value: { type: 'string', minLength: 1 } } },
    },
  },
  examples: [{ checkedOn: '2026-11-24', rows: [] }],
};
const faultsOf = (bodies: ActionBodies, schema: JsonSchema, body: unknown) => {
  try {
    bodies.check(schema, body);
  } catch (error) {
    if (error instanceof InvalidBody) return error.faults.map(({ pointer }) => pointer).sort();
    throw error;
  }
  return [];
};

describe('the bodies of actions', () => {
  it('accepts what the schema describes and fills in its defaults', () => {
    const body: Record<string, unknown> = { checkedOn: '2026-11-24', rows: [{ value: '1.20' }] };

    new ActionBodies().check(SCHEMA, body);

    expect(body['place']).toBe('实验室');
  });

  it('names every field that is wrong', () => {
    const body = { checkedOn: '24.11.2026', rows: [{ value: '1' }, { value: '' }, {}], extra: 1 };

    expect(faultsOf(new ActionBodies(), SCHEMA, body)).toEqual([
      '/checkedOn',
      '/extra',
      '/rows/1/value',
      '/rows/2/value',
    ]);
  });

  it('names the whole body when that is wrong', () => {
    expect(faultsOf(new ActionBodies(), SCHEMA, [])).toEqual(['/']);
  });

  it('takes the same rules with other examples for one schema', () => {
    const bodies = new ActionBodies();
    const body = { checkedOn: '2026-11-24', rows: [] };

    bodies.check(SCHEMA, body);
    bodies.check({ ...SCHEMA, examples: [] }, body);

    expect(compiledBy(bodies)).toBe(1);
  });

  it('does not grow with the number of jobs it has seen', () => {
    const bodies = new ActionBodies();

    for (let job = 0; job < 450; job += 1)
      bodies.check({ type: 'object', properties: { job: { const: job } } }, { job });

    expect(compiledBy(bodies)).toBeLessThanOrEqual(200);
    expect(keptByAjv(bodies)).toBeLessThanOrEqual(200);
    expect(faultsOf(bodies, SCHEMA, {})).toEqual(['/checkedOn', '/rows']);
  });
});

interface Insides {
  readonly compiled: Map<string, unknown>;
  readonly ajv: { readonly _cache: Map<unknown, unknown> };
}
const compiledBy = (bodies: ActionBodies): number => (bodies as unknown as Insides).compiled.size;
const keptByAjv = (bodies: ActionBodies): number => (bodies as unknown as Insides).ajv._cache.size;

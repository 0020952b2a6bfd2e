import { mergeOpenApi, type OpenApiDocument } from './merge-openapi.js';

const everything = () => true;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const document = (path: string, schemas: Record<string, unknown>, schema = 'Page'): OpenApiDocument => ({
  paths: { [path]: { get: { tags: ['things'], responses: { 200: { content: { schema: ref(schema) } } } } } },
  components: { schemas },
});

describe('mergeOpenApi', () => {
  it('shares a component of the same content', () => {
    const merged = mergeOpenApi(
      [
        ['intake', document('/api/v1/requests', { Page: { type: 'object' } })],
        ['routing', document('/api/v1/tickets', { Page: { type: 'object' } })],
      ],
      everything,
    );

    expect(merged.components['schemas']).toEqual({ Page: { type: 'object' } });
    expect(Object.keys(merged.paths)).toEqual(['/api/v1/requests', '/api/v1/tickets']);
  });

  it('renames a component of another content, and what refers to it', () => {
    const merged = mergeOpenApi(
      [
        ['intake', document('/api/v1/requests', { Page: { type: 'object' } })],
        ['routing', document('/api/v1/tickets', { Page: { type: 'array' } })],
      ],
      everything,
    );

    expect(merged.components['schemas']).toEqual({ Page: { type: 'object' }, 'routing.Page': { type: 'array' } });
    expect(JSON.stringify(merged.paths['/api/v1/tickets'])).toContain('#/components/schemas/routing.Page');
    expect(JSON.stringify(merged.paths['/api/v1/requests'])).toContain('"#/components/schemas/Page"');
  });

  it('renames a component that differs only by what it refers to', () => {
    const list = { List: { items: ref('Item') } };
    const merged = mergeOpenApi(
      [
        ['intake', document('/a', { Item: { type: 'string' }, ...list }, 'List')],
        ['routing', document('/b', { Item: { type: 'number' }, ...list }, 'List')],
      ],
      everything,
    );

    expect(merged.components['schemas']).toMatchObject({
      List: { items: ref('Item') },
      'routing.List': { items: ref('routing.Item') },
    });
    expect(JSON.stringify(merged.paths['/b'])).toContain('#/components/schemas/routing.List');
  });

  it('keeps both methods of one address and the first description of an operation', () => {
    const merged = mergeOpenApi(
      [
        ['identity', { paths: { '/x': { get: { summary: 'first' } } } }],
        ['intake', { paths: { '/x': { get: { summary: 'second' }, post: { summary: 'other' } } } }],
      ],
      everything,
    );

    expect(merged.paths['/x']).toEqual({ get: { summary: 'first' }, post: { summary: 'other' } });
  });

  it('leaves out what the gateway does not pass on and lists every tag once', () => {
    const merged = mergeOpenApi(
      [
        ['identity', { ...document('/.well-known/jwks.json', {}), tags: [{ name: 'things' }] }],
        ['intake', document('/api/v1/requests', {})],
      ],
      (path) => path.startsWith('/api/'),
    );

    expect(Object.keys(merged.paths)).toEqual(['/api/v1/requests']);
    expect(merged.tags).toEqual([{ name: 'things' }]);
  });
});

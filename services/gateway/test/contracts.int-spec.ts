import { eventually } from '@nqi/test-kit';
import { TestGateway } from './support/test-gateway.js';

const described = (path: string, summary: string, page: object) => ({
  openapi: '3.1.0',
  paths: {
    [path]: {
      get: {
        summary,
        tags: [path.split('/')[3]],
        responses: { 200: { content: { $ref: '#/components/schemas/Page' } } },
      },
    },
  },
  components: { schemas: { Page: page } },
});

describe('the contracts', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await TestGateway.start();
    const { intake, routing, identity } = gateway.neighbours;
    intake.openApi = described('/api/v1/requests', 'requests', { type: 'object' });
    routing.openApi = described('/api/v1/tickets', 'tickets', { type: 'array' });
    identity.openApi = described('/.well-known/jwks.json', 'keys', { type: 'object' });
    gateway.neighbours.insight.openApi = undefined;
  });

  afterAll(() => gateway?.stop());

  it('are one OpenAPI document of what the services publish and the gateway adds', async () => {
    const { body, headers } = await (await gateway.as()).get('/api/openapi.json');

    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/' }],
      'x-missing': ['insight'],
      'x-stale': [],
      components: { schemas: { Page: { type: 'object' }, 'routing.Page': { type: 'array' } } },
    });
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/asyncapi.json',
      '/api/openapi.json',
      '/api/v1/events',
      '/api/v1/requests',
      '/api/v1/tickets',
    ]);
    expect(body.tags).toEqual(expect.arrayContaining([{ name: 'requests' }, { name: 'tickets' }, { name: 'events' }]));
    expect(JSON.stringify(body.paths['/api/v1/tickets'])).toContain('#/components/schemas/routing.Page');
  });

  it('keep what a service last said while it is away, and take in a service that came late', async () => {
    const client = await gateway.as();
    await gateway.neighbours.routing.stop();
    gateway.neighbours.insight.openApi = described('/api/v1/insight/sla', 'sla', { type: 'object' });

    await eventually(async () => {
      const { body } = await client.get('/api/openapi.json');
      expect(body).toMatchObject({ 'x-missing': [], 'x-stale': ['routing'] });
      expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/v1/tickets', '/api/v1/insight/sla']));
    });
    await gateway.neighbours.routing.start();
  });

  it('are one AsyncAPI document of the events between the services', async () => {
    const { status, body } = await (await gateway.as()).get('/api/asyncapi.json');

    expect(status).toBe(200);
    expect(body.asyncapi).toBe('3.0.0');
    expect(body.channels).toHaveProperty('ticket');
  });
});

import { TestService, staffOf, type Answer } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { aFiling, withValue, without } from './builders/filings.js';
import { HUB, OTHER, OWN, clerk, owner } from './builders/offices.js';

const FILING = aFiling();
const FORM = ['items', 0, 'form'] as const;
const wrongCheckDigit = OWN.uscc.slice(0, 17) + (OWN.uscc.endsWith('0') ? '1' : '0');

/** Body, and what the answer says is wrong with it: status, type, place. */
const BAD_BODIES: [string, unknown, number, string, string][] = [
  ['no items', without(FILING, 'items'), 400, 'REQUEST.INVALID', '/items'],
  ['an unknown field', { ...FILING, status: 'COMPLETED' }, 400, 'REQUEST.INVALID', '/status'],
  ['an unknown mode', { ...FILING, mode: 'fax' }, 400, 'REQUEST.INVALID', '/mode'],
  ['a list for a body', [FILING], 400, 'REQUEST.INVALID', ''],
  ['a NUL in a name', withValue(FILING, 'a\u0000', 'contact', 'name'), 400, 'REQUEST.INVALID', '/contact/name'],
  [
    'an unknown service',
    withValue(FILING, 'X', 'items', 0, 'serviceCode'),
    422,
    'REQUEST.UNKNOWN_SERVICE',
    '/items/0/serviceCode',
  ],
  ['a missing form field', withValue(FILING, {}, ...FORM), 422, 'FORM.INVALID', '/items/0/form/instruments'],
  [
    'too many pieces',
    withValue(
      FILING,
      [
        { ref: 'CI001', qty: 1 },
        { ref: 'CI002', qty: 10_001 },
      ],
      ...FORM,
      'instruments',
    ),
    422,
    'FORM.INVALID',
    '/items/0/form/instruments/1/qty',
  ],
  [
    'an unknown instrument',
    withValue(FILING, [{ ref: 'CI999', qty: 1 }], ...FORM, 'instruments'),
    422,
    'FORM.UNKNOWN_REFERENCE',
    '/items/0/form/instruments/0/ref',
  ],
  ['a NUL in a form', withValue(FILING, 'a\u0000', ...FORM, 'note'), 422, 'FORM.INVALID', '/items/0/form/note'],
  [
    'half a character in a form',
    withValue(FILING, '\udc00', ...FORM, 'note'),
    422,
    'FORM.INVALID',
    '/items/0/form/note',
  ],
  ['a wrong check digit', { ...FILING, enterpriseUscc: wrongCheckDigit }, 422, 'USCC.FAIL_CHECK', '/enterpriseUscc'],
  ['no credit code', { ...FILING, enterpriseUscc: '123' }, 422, 'USCC.FAIL_FORMAT', '/enterpriseUscc'],
  [
    'another enterprise',
    { ...FILING, enterpriseUscc: OTHER.uscc },
    403,
    'REQUEST.FOREIGN_ENTERPRISE',
    '/enterpriseUscc',
  ],
  ['another city', { ...FILING, regionCode: '370102' }, 422, 'REQUEST.UNKNOWN_REGION', '/regionCode'],
  ['a foreign park', { ...FILING, parkCode: '370402901' }, 422, 'REQUEST.UNKNOWN_PARK', '/parkCode'],
  ['no telephone', withValue(FILING, 'later', 'contact', 'phone'), 422, 'CONTACT.PHONE', '/contact/phone'],
  ['an unknown package', { ...FILING, packageCode: 'PKG-X' }, 422, 'REQUEST.UNKNOWN_PACKAGE', '/packageCode'],
  ['a foreign package', { ...FILING, packageCode: 'PKG-BRAND' }, 422, 'REQUEST.NOT_IN_PACKAGE', '/items/0/serviceCode'],
  [
    'an unknown institution',
    withValue(FILING, 'ORG999', 'items', 0, 'institutionId'),
    422,
    'REQUEST.UNKNOWN_INSTITUTION',
    '/items/0/institutionId',
  ],
];

describe('A filing that is wrong', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start(definition);
  });

  afterAll(async () => {
    await service?.stop();
  });

  /** Every test here ends with the database as empty as it began. */
  afterEach(async () => {
    const [left] = await service.query(`
      SELECT (SELECT count(*) FROM request)::int + (SELECT count(*) FROM request_item)::int
        + (SELECT count(*) FROM outbox)::int AS rows`);
    expect(left).toEqual({ rows: 0 });
  });

  const post = async (body: unknown): Promise<Answer> => (await service.as(owner)).post('/api/v1/requests', body);
  const raw = async (body: string, headers: Record<string, string> = {}) =>
    (await service.as(owner)).send('POST', '/api/v1/requests', body, {
      'content-type': 'application/json',
      ...headers,
    });

  it.each(BAD_BODIES)(
    'with %s is refused, and the answer names the place',
    async (_name, body, status, type, pointer) => {
      const answer = await post(body);

      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body).toMatchObject({ status, type, title: expect.any(String), traceId: expect.any(String) });
      expect(answer.status).toBe(status);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    },
  );

  it('is told everything at once, in Chinese or English', async () => {
    const body = { ...withValue(FILING, [{ qty: 0 }], ...FORM, 'instruments'), regionCode: '1', packageCode: 'X' };

    const chinese = await post(body);
    const english = await (await service.as(owner)).post('/api/v1/requests', body, { 'accept-language': 'en' });

    expect(chinese.body.errors).toEqual([
      { pointer: '/packageCode', detail: '没有服务包 X' },
      { pointer: '/regionCode', detail: '1 不是本市的区(市)' },
      { pointer: '/items/0/form/instruments/0', detail: '须填写器具目录编号(ref)或器具名称(name)' },
      { pointer: '/items/0/form/instruments/0/qty', detail: '不能小于 1' },
    ]);
    expect(english.body.errors.at(-1)).toEqual({
      pointer: '/items/0/form/instruments/0/qty',
      detail: 'Must be at least 1',
    });
  });

  it('as broken JSON, as no JSON, or far too large, is a problem too', async () => {
    expect(await raw('{"items": [')).toMatchObject({ status: 400, body: { status: 400 } });
    expect(await raw('')).toMatchObject({ status: 400, body: { status: 400 } });
    expect(await raw('items=1', { 'content-type': 'text/csv' })).toMatchObject({
      status: 415,
    });
    expect(await raw(JSON.stringify({ ...FILING, note: 'x'.repeat(2_000_000) }))).toMatchObject({ status: 413 });
  });

  it('comes from nobody, from an expired token or from a role that does not file', async () => {
    const expired = await service.token(owner, -1);
    const bearer = { authorization: `Bearer ${expired}` };

    expect(await (await service.as()).post('/api/v1/requests', FILING)).toMatchObject({ status: 401 });
    expect(await (await service.as()).post('/api/v1/requests', FILING, bearer)).toMatchObject({
      status: 401,
      body: { type: 'AUTH.EXPIRED' },
    });
    expect(await (await service.as(staffOf(HUB, 'auditor'))).post('/api/v1/requests', FILING)).toMatchObject({
      status: 403,
    });
  });

  it('by staff that name no enterprise is refused', async () => {
    expect(await (await service.as(clerk)).post('/api/v1/requests', FILING)).toMatchObject({
      status: 422,
      body: { type: 'REQUEST.ENTERPRISE_REQUIRED', errors: [{ pointer: '/enterpriseUscc' }] },
    });
  });
});

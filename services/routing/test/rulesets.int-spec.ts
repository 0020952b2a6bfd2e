import { FixedClock } from '@nqi/kernel';
import { type HttpClient } from '@nqi/test-kit';
import { RULE_SET } from '../src/rules/rule-set.js';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

const SHIPPED = RULE_SET.version;
const RULE_SETS = '/api/v1/routing/rulesets';

describe('rule sets', () => {
  const clock = new FixedClock('2026-11-24T09:00:00+08:00');
  let routing: TestRouting;
  let dispatcher: HttpClient;
  let administrator: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start({ clock });
    await signIn();
  });
  afterAll(() => routing.stop());

  const signIn = async () => {
    dispatcher = await routing.as(HUB, 'dispatcher');
    administrator = await routing.as(HUB, 'administrator');
  };
  const shippedContent = async () => (await dispatcher.get(`${RULE_SETS}/${SHIPPED}`)).body.content;
  const draft = (version: string, content?: object) =>
    dispatcher.post(RULE_SETS, { version, basedOn: SHIPPED, ...(content && { content }) });
  const edit = (by: HttpClient, body: object, etag?: string) =>
    by.send('PUT', `${RULE_SETS}/next-2`, JSON.stringify(body), {
      'content-type': 'application/json',
      ...(etag !== undefined && { 'if-match': etag }),
    });
  const decidedBy = async () => {
    const [id] = await routing.route(anItem());
    return (await (await routing.as(COUNTY, 'lead')).get(`/api/v1/tickets/${id}/decision`)).body.ruleSet;
  };

  it('begin with the shipped one in force', async () => {
    const { status, body } = await dispatcher.get(RULE_SETS);

    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ version: SHIPPED, status: 'PUBLISHED', inForce: true }]);
    expect((await (await routing.as(COUNTY, 'lead')).get(RULE_SETS)).status).toBe(403);
    expect((await dispatcher.get(`${RULE_SETS}/1999.1`)).status).toBe(404);
  });

  it('are refused field by field', async () => {
    const content = await shippedContent();
    const wrong = { ...content, weights: { ...content.weights, level: -1 }, surprise: 1, institutionCapacity: 'many' };

    const { status, body } = await draft('next-9', wrong);

    expect(status).toBe(422);
    expect(body.type).toBe('RULE_SET.INVALID');
    expect(body.details.faults.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/institutionCapacity',
      '/surprise',
      '/weights/level',
    ]);
  });

  it('are copied, edited by who saw the newest, and compared', async () => {
    const content = await shippedContent();
    const made = await draft('next-2');
    const etag = made.headers.get('etag') ?? '';
    const change = { content: { ...content, farthestKilometres: 100 } };

    const edited = await edit(dispatcher, change, etag);
    const stale = await edit(administrator, change, etag);
    const { body } = await dispatcher.get(`${RULE_SETS}/${SHIPPED}/diff?with=next-2`);

    expect([made.status, edited.status, stale.status]).toEqual([201, 200, 412]);
    expect(body.differences).toEqual([{ pointer: '/farthestKilometres', before: 200, after: 100 }]);
    expect((await draft('next-2')).body.type).toBe('RULE_SET.VERSION_TAKEN');
  });

  it('need two people and no time machine', async () => {
    const past = await dispatcher.post(`${RULE_SETS}/next-2/propose`, { effectiveFrom: '2026-11-24T08:59:59+08:00' });
    const early = await administrator.post(`${RULE_SETS}/next-2/approve`, {});
    const proposed = await dispatcher.post(`${RULE_SETS}/next-2/propose`, {
      effectiveFrom: '2026-11-24T10:00:00+08:00',
    });
    const alone = await dispatcher.post(`${RULE_SETS}/next-2/approve`, {});
    const both = await administrator.post(`${RULE_SETS}/next-2/approve`, {});
    const again = await edit(dispatcher, { content: both.body.content });

    expect([past.body.type, early.body.type]).toEqual(['RULE_SET.BACKDATED', 'RULE_SET.ILLEGAL_MOVE']);
    expect([proposed.status, alone.status, alone.body.type]).toEqual([200, 409, 'RULE_SET.SAME_PERSON']);
    expect([both.status, both.body.status, both.body.inForce]).toEqual([200, 'PUBLISHED', false]);
    expect(again.body.type).toBe('RULE_SET.ILLEGAL_MOVE');
  });

  it('decide from their instant on, also after a restart', async () => {
    const before = await decidedBy();
    clock.set('2026-11-24T10:00:00+08:00');
    const after = await decidedBy();
    await routing.service.down();
    await routing.service.up();
    await signIn();

    expect([before, after]).toEqual([SHIPPED, 'next-2']);
    expect(await decidedBy()).toBe('next-2');
    const { body } = await dispatcher.get(RULE_SETS);
    expect(body.items.map(({ inForce }: { inForce: boolean }) => inForce)).toEqual([true, false]);
  });

  it('published by another replica decide the next item', async () => {
    await decidedBy();
    await routing.service.query(
      `WITH raised AS (UPDATE network_version SET version = version + 1)
       INSERT INTO rule_set SELECT 'next-3', 'PUBLISHED', version, content, drafted_by, created_at, 'one', 'two',
         '2026-11-24T10:00:00.001+08:00', published_at, 1 FROM rule_set WHERE version = $1`,
      [SHIPPED],
    );
    clock.set('2026-11-24T10:01:00+08:00');

    expect(await decidedBy()).toBe('next-3');
  });

  it('can be given up before they are published, not after', async () => {
    await signIn();
    await draft('next-4');

    expect((await dispatcher.post(`${RULE_SETS}/next-4/retire`, {})).body.status).toBe('RETIRED');
    expect((await dispatcher.post(`${RULE_SETS}/next-4/propose`, { effectiveFrom: '2027-01-01T00:00Z' })).status).toBe(
      409,
    );
    expect((await dispatcher.post(`${RULE_SETS}/${SHIPPED}/retire`, {})).status).toBe(409);
  });

  it('from before a field was added are read whole and drafted from', async () => {
    await routing.service.query(
      `INSERT INTO rule_set SELECT 'older-1', 'RETIRED', based_on, (content::jsonb - 'besideWithinKilometres')::json,
         drafted_by, created_at, proposed_by, approved_by, NULL, NULL, 1 FROM rule_set WHERE version = $1`,
      [SHIPPED],
    );

    expect((await dispatcher.get(`${RULE_SETS}/older-1`)).body.content).toEqual({
      ...(await shippedContent()),
      besideWithinKilometres: 0,
    });
    const { status } = await dispatcher.post(RULE_SETS, { version: 'older-2', basedOn: 'older-1' });
    expect(status).toBe(201);
  });
});

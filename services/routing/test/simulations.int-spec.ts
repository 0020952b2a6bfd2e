import { eventually, type HttpClient } from '@nqi/test-kit';
import { newId } from '@nqi/kernel';
import { RULE_SET } from '../src/rules/rule-set.js';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

const SHIPPED = RULE_SET.version;
const SIMULATIONS = '/api/v1/routing/simulations';

describe('the policy lab', () => {
  let routing: TestRouting;
  let dispatcher: HttpClient;
  let content: Record<string, unknown>;

  beforeAll(async () => {
    routing = await TestRouting.start();
    dispatcher = await routing.as(HUB, 'dispatcher');
    content = (await dispatcher.get('/api/v1/routing/rulesets/' + SHIPPED)).body.content;
  });
  afterAll(() => routing.stop());

  const done = (id: string) =>
    eventually(async () => {
      const { body } = await dispatcher.get(`${SIMULATIONS}/${id}`);
      if (body.status !== 'DONE') throw new Error(`still ${body.status}`);
      return body;
    }, 20_000);
  const strict = () => ({
    ...content,
    qualificationRules: [
      { services: ['MET-*'], anyOf: ['没有人有的资质'] },
      ...(content['qualificationRules'] as object[]),
    ],
  });

  it('answers at once and reports on a generated year later', async () => {
    const asked = { content: strict(), sample: { generated: { requests: 2_000, seed: 1 } } };
    const { status, body, headers } = await dispatcher.post(SIMULATIONS, asked, { 'idempotency-key': 'year-1' });
    const repeated = await dispatcher.post(SIMULATIONS, asked, { 'idempotency-key': 'year-1' });

    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`${SIMULATIONS}/${body.id}`);
    expect(repeated.body.id).toBe(body.id);
    const { report, baseline, draft } = await done(body.id);
    expect({ baseline, draft }).toEqual({ baseline: SHIPPED, draft: 'inline' });
    expect(report).toMatchObject({ requests: 2_000, baseline: { ruleSet: SHIPPED }, draft: { ruleSet: 'inline' } });
    expect(report.moved).toBeGreaterThan(0);
    expect(report.draft.placed).toBeLessThan(report.baseline.placed);
  });

  it('replays what was really asked', async () => {
    const from = new Date(Date.now() - 60_000).toISOString();
    await routing.route(anItem(), anItem(), anItem());
    const until = new Date(Date.now() + 60_000).toISOString();

    const ask = (limit: number) =>
      dispatcher.post(SIMULATIONS, { content: strict(), sample: { recorded: { from, until, limit } } });
    const [all, two] = [await done((await ask(100)).body.id), await done((await ask(2)).body.id)];

    expect([all.report.requests, all.report.moved, two.report.requests]).toEqual([3, 3, 2]);
    expect(all.report.examples[0]).toMatchObject({ serviceCode: 'MET-001', reason: { code: 'NO_LONGER_ELIGIBLE' } });
  });

  it('refuses what it cannot run', async () => {
    const sample = { generated: { requests: 10, seed: 1 } };
    const types = async (...bodies: object[]) =>
      (await Promise.all(bodies.map((body) => dispatcher.post(SIMULATIONS, body)))).map(
        ({ status, body }) => `${status} ${body.type}`,
      );

    expect(
      await types(
        { ruleSet: '1999.1', sample },
        { sample },
        { ruleSet: SHIPPED, sample: {} },
        {
          ruleSet: SHIPPED,
          sample: { recorded: { from: '2026-01-02T00:00Z', until: '2026-01-01T00:00Z', limit: 1 } },
        },
        { ruleSet: SHIPPED, sample: { generated: { requests: 100_001, seed: 1 } } },
        { content: { ...content, weights: {} }, sample },
      ),
    ).toEqual([
      '422 RULE_SET.UNKNOWN',
      '422 SIMULATION.EITHER_OR',
      '422 SIMULATION.EITHER_OR',
      '422 SIMULATION.BAD_FRAME',
      '400 REQUEST.INVALID',
      '422 RULE_SET.INVALID',
    ]);
    expect((await dispatcher.get(`${SIMULATIONS}/${newId()}`)).status).toBe(404);
    expect((await dispatcher.get(`${SIMULATIONS}?cursor=x`)).status).toBe(422);
    expect((await (await routing.as(COUNTY, 'lead')).post(SIMULATIONS, { ruleSet: SHIPPED, sample })).status).toBe(403);
  });

  it('are listed newest first, a page at a time', async () => {
    const ids: string[] = [];
    for (let seed = 0; seed < 3; seed += 1) {
      const sample = { generated: { requests: 1, seed } };
      ids.unshift((await dispatcher.post(SIMULATIONS, { ruleSet: SHIPPED, sample })).body.id);
    }
    const first = (await dispatcher.get(`${SIMULATIONS}?limit=2`)).body;
    const second = (await dispatcher.get(`${SIMULATIONS}?limit=2&cursor=${first.nextCursor}`)).body;
    const listed = [...first.items, ...second.items].map(({ id }: { id: string }) => id);

    expect(listed.slice(0, 3)).toEqual(ids);
    expect(new Set(listed).size).toBe(4);
  });

  it('begins a run anew that lost its process', async () => {
    const { body } = await dispatcher.post(SIMULATIONS, {
      ruleSet: SHIPPED,
      sample: { generated: { requests: 10, seed: 1 } },
    });
    await done(body.id);
    await routing.service.down();
    await routing.service.query(
      `UPDATE simulation SET status = 'RUNNING', report = NULL, finished_at = NULL,
         held_until = now() - interval '1 second' WHERE id = $1`,
      [body.id],
    );
    await routing.service.up();
    dispatcher = await routing.as(HUB, 'dispatcher');

    expect((await done(body.id)).report).toMatchObject({ requests: 10, moved: 0 });
  });
});

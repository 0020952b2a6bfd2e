import { FixedClock } from '@nqi/kernel';
import { TestService, anEnterprise, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { OWN, clerk, dispatcher, owner, stranger } from './builders/offices.js';

const TRAININGS = '/api/v1/trainings';
const HOUR = 3_600_000;

describe('A training', () => {
  const clock = new FixedClock('2026-11-24T02:00:00Z');
  let service: TestService;
  let hub: HttpClient;

  beforeAll(async () => {
    service = await TestService.start(definition, { clock });
    hub = await service.as(dispatcher);
  });
  afterAll(() => service?.stop());

  const wish = (differs: object = {}) => ({
    title: '企业首席质量官培训',
    summary: '面向规模以上工业企业',
    place: '枣庄市民中心',
    startsAt: '2026-11-24T14:00:00+08:00',
    endsAt: '2026-11-24T17:00:00+08:00',
    signUpUntil: '2026-11-24T12:00:00+08:00',
    capacity: 3,
    ...differs,
  });
  const announced = async (differs = {}) => (await hub.post(TRAININGS, wish(differs))).body.id as string;
  const join = (client: HttpClient, id: string, seats = 1, headers = {}) =>
    client.post(`${TRAININGS}/${id}/sign-ups`, { seats }, headers);

  it('sells the last seat once, to one of a hundred who sign up together', async () => {
    const id = await announced({ capacity: 11 });
    const clients = await Promise.all(
      Array.from({ length: 100 }, (_, index) => service.as(anEnterprise(`91370400MA${1000 + index}AAAA`))),
    );
    for (const client of clients.slice(0, 10)) expect((await join(client, id)).body.own.status).toBe('CONFIRMED');

    const answers = await Promise.all(clients.slice(10).map((client) => join(client, id)));

    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const confirmed = answers.filter(({ body }) => body.own.status === 'CONFIRMED');
    expect(confirmed).toHaveLength(1);
    expect((await hub.get(`${TRAININGS}/${id}`)).body).toMatchObject({ capacity: 11, taken: 11, waiting: 89 });
  });

  it('gives seats that fall free to the first who waits, and tells an enterprise of its own alone', async () => {
    const id = await announced();
    const [mine, other] = [await service.as(owner), await service.as(stranger)];
    const key = { 'idempotency-key': 'sign-up-1' };
    expect((await join(mine, id, 2, key)).body.own).toEqual({ status: 'CONFIRMED', seats: 2 });
    expect((await join(mine, id, 2, key)).status).toBe(201);
    expect((await join(mine, id)).body.type).toContain('TRAINING.SIGNED_UP_ALREADY');
    expect((await join(other, id, 2)).body).toMatchObject({ own: { status: 'WAITING' }, taken: 2, waiting: 1 });

    expect((await mine.get(`${TRAININGS}/${id}/sign-ups`)).body.items).toMatchObject([{ enterpriseUscc: OWN.uscc }]);
    expect((await mine.send('DELETE', `${TRAININGS}/${id}/sign-ups/own`, undefined, {})).status).toBe(204);
    const { items } = (await hub.get(`${TRAININGS}/${id}/sign-ups`)).body;
    expect(items).toMatchObject([{ status: 'LEFT' }, { status: 'CONFIRMED' }]);
    expect((await join(mine, id, 1)).body.own.status).toBe('CONFIRMED');

    const came = `${TRAININGS}/${id}/sign-ups/${items[1].id}/attendance`;
    const json = { 'content-type': 'application/json' };
    expect((await hub.send('PUT', came, '{"attended":true}', json)).body.type).toContain('TRAINING.NOT_BEGUN');
    clock.advance(4 * HOUR);
    hub = await service.as(dispatcher);
    expect((await hub.send('PUT', came, '{"attended":true}', json)).status).toBe(204);
    expect((await join(await service.as(owner), id)).body.type).toContain('TRAINING.SIGN_UP_OVER');
    clock.advance(-4 * HOUR);
    hub = await service.as(dispatcher);
  });

  it('is announced for a time that can be, and cancelled by who saw its latest state', async () => {
    for (const [differs, pointer] of [
      [{ startsAt: '2026-11-23T14:00:00+08:00' }, '/startsAt'],
      [{ endsAt: '2026-11-24T13:00:00+08:00' }, '/endsAt'],
      [{ signUpUntil: '2026-11-24T15:00:00+08:00' }, '/signUpUntil'],
    ] as const)
      expect((await hub.post(TRAININGS, wish(differs))).body.errors).toMatchObject([{ pointer }]);
    expect((await hub.post(TRAININGS, wish({ startsAt: '2026-11-24T14:00:00' }))).status).toBe(400);

    const id = await announced();
    const mine = await service.as(owner);
    await join(mine, id);
    const cancel = (version: number) =>
      hub.post(`${TRAININGS}/${id}/cancel`, { reason: '讲师缺席' }, { 'if-match': `"${version}"` });
    expect((await cancel(1)).status).toBe(412);
    expect((await cancel(2)).body).toMatchObject({ status: 'CANCELLED', cancelledFor: '讲师缺席' });
    const pages = (await mine.get(`${TRAININGS}?limit=2`)).body;
    expect(pages.items).toHaveLength(2);
    const rest = (await mine.get(`${TRAININGS}?limit=2&cursor=${pages.nextCursor}`)).body.items;
    expect(rest.map((each: { id: string }) => each.id)).toEqual([id]);

    const counter = await service.as(clerk);
    expect((await counter.post(TRAININGS, wish())).status).toBe(403);
    expect((await join(counter, id)).status).toBe(403);
    expect((await mine.post(TRAININGS, wish())).status).toBe(403);
  });
});

import { TicketSplitSchema, decodeEvent, type TicketSplit } from '@nqi/contracts';
import { eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { advice, anItem, corrected, splitOff } from './builders/events.js';
import { COUNTY, SHIZHONG, TestRouting } from './builders/service.js';

const FORM = {
  instruments: [
    { ref: 'MI004', qty: 2 },
    { ref: 'MI005', qty: 1 },
    { ref: 'MI006', qty: 3 },
  ],
  note: '门店',
};
const BODY = { lines: ['/instruments/1', '/instruments/2'], reason: '由另一机构检定' };

describe('a ticket that is split', () => {
  let routing: TestRouting;
  let clerk: HttpClient;
  let seen: readonly SeenEvent[];

  beforeAll(async () => {
    routing = await TestRouting.start();
    clerk = await routing.as(COUNTY);
    seen = await routing.watchTickets();
  });
  afterAll(() => routing.stop());

  const read = async (id: string) => (await clerk.get(`/api/v1/tickets/${id}`)).body;
  const split = (id: string, body: unknown = BODY, headers = {}, by = clerk) =>
    by.post(`/api/v1/tickets/${id}/split`, body, headers);
  const told = (id: string): Promise<TicketSplit> =>
    eventually(async () => {
      const events = seen.filter(({ key, type }) => key === id && type === TicketSplitSchema.typeName);
      expect(events).toHaveLength(1);
      return decodeEvent(TicketSplitSchema, events[0]?.payload as Buffer);
    });

  it('keeps what stays, tells what leaves and says so in its history', async () => {
    const [id] = (await routing.route(anItem({ form: FORM }))) as [string];
    const { version, completeDueAt } = await read(id);

    const answer = await split(id, BODY, { 'if-match': `"${version}"` });

    expect(answer).toMatchObject({ status: 200, body: { staying: 1, leaving: 2, version: version + 1 } });
    const after = await read(id);
    expect(after).toMatchObject({ form: { instruments: [{ ref: 'MI004', qty: 2 }], note: '门店' }, completeDueAt });
    expect(after.history.at(-1)).toMatchObject({ event: 'TicketSplit', detail: BODY });
    const event = await told(id);
    expect(event.newItemId).toBe(answer.body.newItemId);
    expect(JSON.parse(event.formJson)).toEqual(after.form);
    expect(JSON.parse(event.newFormJson)).toEqual({ instruments: FORM.instruments.slice(1), note: '门店' });
  });

  it('gives the lines that left a ticket of their own under the first promise, once, however often it is told', async () => {
    const item = anItem({ form: FORM });
    const [id] = (await routing.route(item)) as [string];
    const begun = new Date(Date.now() - 60_000);
    await routing.service.query(
      `UPDATE ticket SET segments = jsonb_set(segments, '{0,from}', to_jsonb($2::text)) WHERE id = $1`,
      [id, begun.toISOString()],
    );
    await clerk.post(`/api/v1/tickets/${id}/return`, { missing: ['材料'] });
    await routing.service.kafka.publish(corrected(item, FORM));
    await routing.reaches(id, 'ROUTED');
    await split(id);
    const event = await told(id);

    await routing.service.kafka.publish(splitOff(item, event));
    await routing.service.kafka.publish(splitOff(item, event));
    const newId = await routing.ticketOf(event.newItemId);
    await routing.caughtUp();

    const rows = await routing.service.query<{ n: number }>(
      'SELECT count(*)::integer AS n FROM ticket WHERE request_id = $1',
      [item.requestId],
    );
    expect(rows).toEqual([{ n: 2 }]);
    const { segments } = await read(newId);
    expect(segments[0].from).toBe(begun.toISOString());
    expect(segments.map(({ cause }: { cause: string }) => cause)).toEqual([
      'ROUTED',
      'RETURNED',
      'CORRECTED',
      'ROUTED',
    ]);
    // What had stood still for the whole stands still for the part.
    expect(segments.slice(0, 3)).toEqual((await read(id)).segments);
    expect((await read(newId)).form).toEqual({ instruments: FORM.instruments.slice(1), note: '门店' });
    for (const [one, other] of [
      [id, newId],
      [newId, id],
    ]) {
      const { body } = await clerk.get(`/api/v1/tickets/${one}/links`);
      expect(body.items).toMatchObject([{ kind: 'split', by: 'system', ticket: { id: other } }]);
    }
    const link = (await clerk.get(`/api/v1/tickets/${id}/links`)).body.items[0].id;
    const removal = await clerk.send('DELETE', `/api/v1/tickets/${id}/links/${link}`, undefined, {});
    expect(removal).toMatchObject({ status: 409, body: { type: 'LINK.SPLIT_STAYS' } });
  });

  it('is split once by a repeat under one key, and by one of two who saw the same version', async () => {
    const [repeated, raced] = (await routing.route(anItem({ form: FORM }), anItem({ form: FORM }))) as [string, string];
    const key = { 'idempotency-key': `split-${repeated}` };
    const one = { lines: ['/instruments/0'], reason: '分办' };
    const first = await split(repeated, one, key);
    expect((await split(repeated, one, key)).body).toEqual(first.body);
    expect((await read(repeated)).form.instruments).toHaveLength(2);

    const { version } = await read(raced);
    const answers = await Promise.all([1, 2].map(() => split(raced, one, { 'if-match': `"${version}"` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is not split after acceptance, without several lines, or by another office', async () => {
    const [accepted, single, advised, mine] = (await routing.route(
      anItem({ form: FORM }),
      anItem(),
      advice(),
      anItem({ form: FORM }),
    )) as [string, string, string, string];
    await clerk.post(`/api/v1/tickets/${accepted}/accept`);

    expect((await split(accepted)).body).toMatchObject({ type: 'TICKET.ILLEGAL_MOVE' });
    expect((await split(single, { lines: ['/instruments/0'], reason: '分办' })).body.type).toBe('SPLIT.NO_LINES');
    expect((await split(advised, { lines: ['/note/0'], reason: '分办' })).body.type).toBe('SPLIT.NO_LINES');
    expect((await split(mine, { lines: [], reason: '分办' })).status).toBe(400);
    expect((await split(mine, { lines: ['/instruments/9'], reason: '分办' })).body).toMatchObject({
      type: 'SPLIT.UNKNOWN_LINE',
    });
    expect((await split(mine, BODY, {}, await routing.as(SHIZHONG))).status).toBe(404);
    expect((await read(mine)).version).toBe(1);
  });
});

import { prepareService } from '@nqi/platform';
import { newId } from '@nqi/kernel';
import { aPrincipal, anEnterprise, askAboutPerson, staffOf, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { advice, anItem, type Item } from './builders/events.js';
import { COUNTY, HUB, PARK, SHIZHONG, TestRouting } from './builders/service.js';

interface Listed {
  id: string;
  nodeCode: string;
  status: string;
  sla: string;
  completeDueAt: string;
  routedAt: string;
  contact: { phone: string };
}

describe('the queue of an office', () => {
  let routing: TestRouting;
  let dispatcher: HttpClient;
  const items: Item[] = [
    ...Array.from({ length: 6 }, (_, i) => anItem({ limitDays: 10 + i })),
    ...Array.from({ length: 4 }, (_, i) => anItem({ parkCode: '370481901', limitDays: 5 + i })),
    ...Array.from({ length: 5 }, () => advice({ regionCode: '370402', uscc: '91370402XD7632673D' })),
  ];
  let ids: string[];

  beforeAll(async () => {
    routing = await TestRouting.start();
    ids = await routing.route(...items);
    dispatcher = await routing.as(HUB, 'dispatcher');
    const clerk = await routing.as(COUNTY);
    await clerk.post(`/api/v1/tickets/${ids[0]}/accept`);
    await clerk.post(`/api/v1/tickets/${ids[1]}/return`, { missing: ['营业执照'] });
    await routing.service.query(`UPDATE ticket SET sla = 'BREACHED', accept_mark = 'breached' WHERE id = $1`, [ids[2]]);
  });
  afterAll(() => routing.stop());

  const list = async (by: HttpClient, query = ''): Promise<Listed[]> => {
    const { status, body } = await by.get(`/api/v1/tickets?limit=200&${query}`);
    expect(status).toBe(200);
    return body.items;
  };
  const idsOf = (tickets: readonly Listed[]) => tickets.map(({ id }) => id).sort();
  const slice = (from: number, to: number) => ids.slice(from, to).sort();

  it('shows an office its own tickets and those of the offices below it', async () => {
    expect(idsOf(await list(await routing.as(COUNTY)))).toEqual(slice(0, 10));
    expect(idsOf(await list(await routing.as(PARK)))).toEqual(slice(6, 10));
    expect(idsOf(await list(await routing.as(SHIZHONG, 'lead')))).toEqual(slice(10, 15));
    expect(idsOf(await list(dispatcher))).toEqual(slice(0, 15));
  });

  it('is nothing for those who are no office', async () => {
    const owner = await routing.service.as(anEnterprise('91370481XD4164886N'));
    const technician = await routing.service.as(staffOfInstitution('ORG011', 'technician'));
    const homeless = await routing.service.as(aPrincipal({ roles: ['clerk'] }));

    expect((await owner.get('/api/v1/tickets')).status).toBe(403);
    expect((await technician.get('/api/v1/tickets')).status).toBe(403);
    expect(await list(homeless)).toEqual([]);
  });

  it('narrows to an office, with or without those below it, never beyond the reach of the caller', async () => {
    expect(idsOf(await list(dispatcher, 'node=WS-370481'))).toEqual(slice(0, 6));
    expect(idsOf(await list(dispatcher, 'node=WS-370481&subtree=true'))).toEqual(slice(0, 10));
    expect(await list(await routing.as(COUNTY), 'node=WS-370402')).toEqual([]);
    expect(await list(await routing.as(PARK), 'node=WS-370481&subtree=true')).toHaveLength(4);
    expect((await dispatcher.get('/api/v1/tickets?node=WS-999999')).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/node' }],
    });
  });

  it('narrows by state, promise, domain, request and enterprise', async () => {
    expect(idsOf(await list(dispatcher, 'status=ACCEPTED,RETURNED'))).toEqual(slice(0, 2));
    expect(idsOf(await list(dispatcher, 'sla=BREACHED'))).toEqual([ids[2]]);
    expect(idsOf(await list(dispatcher, 'sla=PAUSED,BREACHED'))).toEqual(slice(1, 3));
    expect(await list(dispatcher, 'sla=MET')).toEqual([]);
    expect(await list(dispatcher, 'sla=PAUSED&status=ROUTED')).toEqual([]);
    expect(idsOf(await list(dispatcher, 'domain=consulting'))).toEqual(slice(10, 15));
    expect(idsOf(await list(dispatcher, `requestId=${items[4]?.requestId}`))).toEqual([ids[4]]);
    expect(idsOf(await list(dispatcher, 'enterpriseUscc=91370402XD7632673D'))).toEqual(slice(10, 15));
    expect((await dispatcher.get('/api/v1/tickets?status=LOST')).status).toBe(400);
  });

  it.each([
    ['completeDueAt', 'completeDueAt', 1],
    ['-completeDueAt', 'completeDueAt', -1],
    ['routedAt', 'routedAt', 1],
    ['-routedAt', 'routedAt', -1],
  ] as const)('comes in the order %s, page by page, each ticket once', async (sort, field, direction) => {
    const seen: Listed[] = [];
    let cursor = '';
    do {
      const { body } = await dispatcher.get(`/api/v1/tickets?limit=4&sort=${sort}${cursor}`);
      seen.push(...body.items);
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);

    expect(idsOf(seen)).toEqual([...ids].sort());
    const times = seen.map((ticket) => Date.parse(ticket[field]) * direction);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('refuses a cursor of another order', async () => {
    const { body } = await dispatcher.get('/api/v1/tickets?limit=4&sort=routedAt');

    const refused = await dispatcher.get(`/api/v1/tickets?limit=4&cursor=${body.nextCursor}`);

    expect([refused.status, refused.body.type]).toEqual([422, 'PAGE.BAD_CURSOR']);
  });

  it('tells a person what is kept of them and forgets their name', async () => {
    const person = { userId: newId(), username: 'zhao.min' };
    const clerk = await routing.service.as(staffOf(COUNTY, 'clerk', person));
    await clerk.post(`/api/v1/tickets/${ids[3]}/accept`);
    const steps = (said: Awaited<ReturnType<typeof askAboutPerson>>) =>
      said.find(({ what }) => what.en === 'Steps of tickets');

    const told = await askAboutPerson(routing.service, 'export', person);
    const erased = await askAboutPerson(routing.service, 'erasure', person);
    const { history } = (await dispatcher.get(`/api/v1/tickets/${ids[3]}`)).body;

    expect(steps(told)?.rows).toEqual([expect.objectContaining({ ticket_id: ids[3] })]);
    expect(steps(erased)).toMatchObject({ replaced: 1 });
    expect(history).toContainEqual(expect.objectContaining({ actor: 'erased-000000000000' }));
    expect(JSON.stringify(history)).not.toContain('zhao.min');
  });

  describe('a telephone number', () => {
    const call = (by: HttpClient, id = ids[0], body: object = { reason: '约定送检时间' }) =>
      by.post(`/api/v1/tickets/${id}/contact`, body);

    it('is masked in lists and on the ticket, and lies sealed', async () => {
      const [listed] = await list(dispatcher);
      const stored = await routing.service.query<{ contact_phone: string }>(`SELECT contact_phone FROM ticket`);

      expect(listed?.contact.phone).toBe('138****5678');
      expect((await dispatcher.get(`/api/v1/tickets/${listed?.id}`)).body.contact.phone).toBe('138****5678');
      for (const { contact_phone } of stored) expect(contact_phone).toMatch(/^enc:[^:]+:[^:]+:138\*{4}5678$/);
    });

    it('is shown in full to those who call it and say why, and is on record', async () => {
      const clerk = await routing.as(COUNTY);
      const auditor = await routing.as(HUB, 'auditor');
      const { body } = await call(clerk);
      const seen = await auditor.get(`/api/v1/operations/routing/audit?action=personal-data&subject=${ids[0]}`);

      expect(body.phone).toBe('13800005678');
      expect(seen.body.items).toEqual([expect.objectContaining({ reason: '约定送检时间' })]);
      expect((await call(clerk, ids[0], {})).status).toBe(400);
      expect((await call(auditor)).status).toBe(403);
      expect((await call(await routing.as(SHIZHONG))).status).toBe(404);
    });

    it('from before sealing is sealed when the service is prepared', async () => {
      const id = ids[1];
      await routing.service.query(`UPDATE ticket SET contact_phone = '13900001234' WHERE id = $1`, [id]);
      await prepareService(definition, routing.service.settings);
      const [row] = await routing.service.query(`SELECT contact_phone FROM ticket WHERE id = $1`, [id]);

      expect(row?.['contact_phone']).toMatch(/^enc:.*:139\*{4}1234$/);
      expect((await call(dispatcher, id)).body.phone).toBe('13900001234');
    });
  });

  it.each(['', 'node=WS-370481&subtree=true', 'domain=consulting', 'sla=PAUSED', 'status=ROUTED', 'node=WS-370404'])(
    'counts what a list with "%s" shows',
    async (query) => {
      const listed = await list(dispatcher, query);

      const { body } = await dispatcher.get(`/api/v1/tickets/counts?${query}`);

      expect([body.total, body.capped]).toEqual([listed.length, false]);
      for (const [status, count] of Object.entries(body.byStatus)) {
        expect(listed.filter((ticket) => ticket.status === status)).toHaveLength(count as number);
      }
      for (const [sla, count] of Object.entries(body.bySla)) {
        expect(listed.filter((ticket) => ticket.sla === sla)).toHaveLength(count as number);
      }
    },
  );
});

import { RequestCompletedSchema, TOPICS, type EventMessage } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ACCEPT_DUE, AJob, ATicket, COMPLETE_DUE, type FiledItem } from './builders/events.js';
import { RequestRepository } from '../src/requests/request.repository.js';
import { aFiling } from './builders/filings.js';
import { TENGZHOU, owner } from './builders/offices.js';

const ITEM = { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } };

describe('A request follows its tickets and jobs', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterAll(() => service?.stop());

  async function file(items = 1): Promise<{ id: string; items: FiledItem[] }> {
    const { body } = await enterprise.post('/api/v1/requests', aFiling({ items: Array(items).fill(ITEM) }));
    return { id: body.id, items: body.items.map((item: { id: string }) => ({ requestId: body.id, itemId: item.id })) };
  }

  const read = async (id: string) => (await enterprise.get(`/api/v1/requests/${id}`)).body;
  const timeline = async (id: string) => (await enterprise.get(`/api/v1/requests/${id}/timeline`)).body.items;
  const publish = (...messages: EventMessage[]) => service.kafka.publishAll(messages);
  const completions = (id: string) =>
    events.filter(({ key, type }) => key === id && type === RequestCompletedSchema.typeName);

  /** All published events have been handled. */
  const settled = () => eventually(async () => expect(await service.lag()).toEqual({ total: 0 }));

  it('from its office to its deliverable and its end', async () => {
    const { id, items } = await file();
    const [item] = items as [FiledItem];
    const [ticket, job] = [new ATicket(item), new AJob(item)];

    await publish(ticket.routed(), ticket.accepted(), ticket.started());
    await publish(job.opened(), job.advanced('VERIFYING'), job.issued());
    await publish(ticket.resolved());

    const request = await eventually(async () => {
      const seen = await read(id);
      expect(seen).toMatchObject({ status: 'COMPLETED', items: [{ status: 'COMPLETED', deliverables: [{}] }] });
      return seen;
    });
    expect(request).toMatchObject({
      completedAt: '2026-11-24T06:04:00.000Z',
      items: [
        {
          ticketId: ticket.id,
          nodeCode: 'WS-370481',
          nodeName: { zh: '滕州市质量工作站' },
          institutionId: 'ORG005',
          acceptDueAt: ACCEPT_DUE,
          completeDueAt: COMPLETE_DUE,
          deliverables: [
            { id: job.deliverableId, number: 'JL-2026-000001', conclusion: '符合', validUntil: '2027-11-23' },
          ],
        },
      ],
    });
    await eventually(() => expect(completions(id)).toHaveLength(1));
    expect((await timeline(id)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'filed',
      'routed',
      'accepted',
      'job-opened',
      'job-advanced',
      'resolved',
      'completed',
      'deliverable',
    ]);
  });

  it('to the same end, whatever order the topics come in', async () => {
    const { id, items } = await file();
    const [item] = items as [FiledItem];
    const [ticket, job] = [new ATicket(item), new AJob(item)];

    await publish(job.issued(), job.opened());
    await settled();
    expect(await read(id)).toMatchObject({ status: 'SUBMITTED', items: [{ deliverables: [{}] }] });
    await publish(ticket.resolved(4), ticket.routed(1), ticket.accepted(2));
    await settled();

    expect(await read(id)).toMatchObject({ status: 'COMPLETED', items: [{ status: 'COMPLETED' }] });
    await eventually(() => expect(completions(id)).toHaveLength(1));
  });

  it('once, however often it is told', async () => {
    const { id, items } = await file();
    const [item] = items as [FiledItem];
    const [ticket, job] = [new ATicket(item), new AJob(item)];
    const story = [ticket.routed(), ticket.accepted(), job.issued(), ticket.started(), ticket.resolved()];
    const named = story.map((message) => ({ ...message, eventId: newId() }));

    await service.kafka.publishAll(named);
    await settled();
    const [before, historyBefore] = [await read(id), await timeline(id)];
    await service.kafka.publishAll([...named, ...named]);
    await publish(...story);
    await settled();

    expect(await read(id)).toEqual(before);
    expect(await timeline(id)).toEqual(historyBefore);
    expect(completions(id)).toHaveLength(1);
    expect(await service.deadLetters()).toEqual([]);
  });

  it('and is completed exactly once by items that end at the same time', async () => {
    const filed = await Promise.all(Array.from({ length: 12 }, () => file(6)));
    const tickets = filed.flatMap(({ items }) => items.map((item) => new ATicket(item)));

    await publish(...tickets.map((ticket) => ticket.routed()));
    await publish(...tickets.map((ticket) => ticket.resolved()));

    await eventually(async () => {
      for (const { id } of filed) expect(await read(id)).toMatchObject({ status: 'COMPLETED' });
    });
    await settled();
    await eventually(() => expect(filed.flatMap(({ id }) => completions(id))).toHaveLength(12));
    expect(filed.map(({ id }) => completions(id).length)).toEqual(Array(12).fill(1));
  });

  it('is routed in one statement just as the aggregate would route it', async () => {
    const [quick, thorough] = await Promise.all([file(), file()]);
    const [ticket, twin] = [new ATicket(quick.items[0] as FiledItem), new ATicket(thorough.items[0] as FiledItem)];
    await publish(ticket.routed());
    await settled();
    const routed = await read(quick.id);
    const facts = { id: twin.id, ticketNo: routed.items[0].ticketNo, version: 1, nodePath: TENGZHOU };
    const { nodeCode, institutionId, institutionName } = routed.items[0];

    await service.app.get(RequestRepository).update(thorough.id, (request) => {
      const news = {
        kind: 'routed',
        acceptDueAt: new Date(ACCEPT_DUE),
        completeDueAt: new Date(COMPLETE_DUE),
      } as const;
      const itemId = (thorough.items[0] as FiledItem).itemId;
      request.follow(
        itemId,
        { ...facts, nodeCode, institutionId, institutionName },
        news,
        new Date('2026-11-24T06:01:00Z'),
      );
    });

    const rows = (sql: string) =>
      Promise.all([quick, thorough].map(({ id }) => service.query<Record<string, unknown>>(sql, [id])));
    const ignore = { id: 0, request_id: 0, ticket_id: 0, item_id: 0, sequence: 0 };
    for (const table of ['request_item', 'request_step']) {
      const [one, other] = await rows(`SELECT * FROM ${table} WHERE request_id = $1`);
      expect({ ...one?.[0], ...ignore }).toEqual({ ...other?.[0], ...ignore });
    }
    const [one, other] = await rows('SELECT status, version FROM request WHERE id = $1');
    expect(one).toEqual(other);
  });

  it('is not routed any more once it is cancelled, in whatever order they meet', async () => {
    const filed = await Promise.all(Array.from({ length: 20 }, () => file()));
    const tickets = filed.map(({ items }) => new ATicket(items[0] as FiledItem));

    await Promise.all([
      ...filed.map(({ id }) => enterprise.post(`/api/v1/requests/${id}/cancel`, { reason: 'x' })),
      ...tickets.map((ticket) => publish(ticket.routed())),
    ]);
    await settled();

    for (const [i, { id }] of filed.entries()) {
      expect(await read(id)).toMatchObject({
        status: 'CANCELLED',
        items: [{ status: 'CANCELLED', ticketId: tickets[i]?.id }],
      });
    }
  });

  it('changes its ETag with every change that its readers see', async () => {
    const { id, items } = await file();
    const [item] = items as [FiledItem];
    const [ticket, job] = [new ATicket(item), new AJob(item)];
    const seen = new Set<string | null>();

    for (const message of [ticket.routed(), ticket.accepted(), job.issued(), ticket.resolved()]) {
      seen.add((await enterprise.get(`/api/v1/requests/${id}`)).headers.get('etag'));
      await publish(message);
      await settled();
    }

    expect(seen.size).toBe(4);
  });

  it('leaves events of requests it does not have alone', async () => {
    const unknown = { requestId: newId(), itemId: newId() };

    await publish(new ATicket(unknown).routed(), new AJob(unknown).opened(), new AJob(unknown).issued());
    await settled();

    expect(await service.deadLetters()).toEqual([]);
  });

  describe('a return for correction', () => {
    async function returned() {
      const { id, items } = await file();
      const [item] = items as [FiledItem];
      const ticket = new ATicket(item);
      await publish(ticket.routed(), ticket.accepted(), ticket.returned(3, '铭牌照片', '上次证书'));
      await eventually(async () => {
        expect(await read(id)).toMatchObject({
          status: 'RETURNED',
          items: [{ status: 'RETURNED', returnedFor: ['铭牌照片', '上次证书'] }],
        });
      });
      return { id, item, ticket, path: `/api/v1/requests/${id}/items/${item.itemId}/correction` };
    }

    it('is answered with a new form, and the office goes on', async () => {
      const { id, item, ticket, path } = await returned();
      const form = { instruments: [{ ref: 'CI002', qty: 1 }] };

      const answer = await enterprise.post(path, { form });

      expect(answer).toMatchObject({
        status: 200,
        body: { status: 'IN_PROGRESS', items: [{ status: 'ACCEPTED', form }] },
      });
      await eventually(() => {
        const [corrected] = events.filter(({ key, type }) => key === id && type.endsWith('RequestItemCorrected'));
        expect(corrected?.content).toMatchObject({ itemId: item.itemId, formJson: JSON.stringify(form) });
      });
      await publish(ticket.resumed(4), ticket.resolved(5));
      await eventually(async () => expect((await read(id)).status).toBe('COMPLETED'));
      expect((await timeline(id)).map(({ kind }: { kind: string }) => kind)).toEqual([
        'filed',
        'routed',
        'accepted',
        'returned',
        'resumed',
        'resolved',
        'completed',
        'corrected',
      ]);
    });

    it('takes no form that would not be taken at filing', async () => {
      const { id, path } = await returned();
      const before = await read(id);

      const answer = await enterprise.post(path, { form: { instruments: [{ ref: 'CI002', qty: 0 }] } });

      expect(answer).toMatchObject({
        status: 422,
        body: { type: 'FORM.INVALID', errors: [{ pointer: '/form/instruments/0/qty' }] },
      });
      expect(await enterprise.post(path, { form: { standards: [] } })).toMatchObject({ status: 422 });
      expect(await enterprise.post(path, {})).toMatchObject({ status: 400, body: { errors: [{ pointer: '/form' }] } });
      expect(await read(id)).toEqual(before);
    });

    it('is answered once', async () => {
      const { path } = await returned();
      const form = ITEM.form;

      const answers = await Promise.all([enterprise.post(path, { form }), enterprise.post(path, { form })]);

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('is refused to those who saw an older request', async () => {
      const { id, path } = await returned();
      const { version } = await read(id);

      const stale = await enterprise.post(path, { form: ITEM.form }, { 'if-match': `"${version - 1}"` });
      const fresh = await enterprise.post(path, { form: ITEM.form }, { 'if-match': `"${version}"` });

      expect([stale.status, fresh.status]).toEqual([412, 200]);
      expect(fresh.headers.get('etag')).toBe(`"${version + 1}"`);
    });
  });
});

import { RequestCompletedSchema, RequestItemReadySchema, TOPICS, type EventMessage } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket, type FiledItem } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { owner } from './builders/offices.js';

const [STAYS, LEAVES] = [
  { ref: 'CI001', qty: 3 },
  { ref: 'CI002', qty: 1 },
];

describe('an item that its office splits', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    events = await service.kafka.watch(TOPICS.request.name);
  });
  afterAll(() => service?.stop());

  /** A request of one item whose ticket is routed, and the split of it that is told. */
  async function given() {
    const items = [{ serviceCode: 'MET-003', form: { instruments: [STAYS, LEAVES] } }];
    const { body } = await enterprise.post('/api/v1/requests', aFiling({ items }));
    const item: FiledItem = { requestId: body.id, itemId: body.items[0].id };
    const [ticket, newItemId] = [new ATicket(item), newId()];
    await publish(ticket.routed(1));
    await settled();
    return { id: item.requestId, ticket, newItemId, split: ticket.split(2, newItemId, [STAYS], [LEAVES]) };
  }
  const publish = (...messages: EventMessage[]) => service.kafka.publishAll(messages);
  const settled = () => eventually(async () => expect(await service.lag()).toEqual({ total: 0 }));
  const read = async (id: string) => (await enterprise.get(`/api/v1/requests/${id}`)).body;
  const told = (id: string, type: string) => events.filter((event) => event.key === id && event.type === type);

  it('becomes two, and the new one is ready under the promise that was made for the whole', async () => {
    const { id, ticket, newItemId, split } = await given();
    await publish(split);
    await settled();

    const request = await read(id);
    expect(request.items).toMatchObject([
      { status: 'ROUTED', form: { instruments: [STAYS] } },
      { id: newItemId, status: 'READY', serviceCode: 'MET-003', form: { instruments: [LEAVES] } },
    ]);
    await eventually(() => expect(told(id, RequestItemReadySchema.typeName)).toHaveLength(2));
    expect(told(id, RequestItemReadySchema.typeName).at(-1)?.content).toMatchObject({
      itemId: newItemId,
      completeLimitDays: 9,
      splitFromTicketId: ticket.id,
      promisedFrom: '2026-11-24T06:01:00Z',
      formJson: JSON.stringify({ instruments: [LEAVES] }),
    });
    const { body } = await enterprise.get(`/api/v1/requests/${id}/timeline`);
    expect(body.items.at(-1)).toMatchObject({ kind: 'split', text: { zh: expect.stringContaining('分机构办理') } });
  });

  it('becomes two once, however often it is told', async () => {
    const { id, split } = await given();
    const named = { ...split, eventId: newId() };
    await service.kafka.publishAll([named, named]);
    await publish(split);
    await settled();

    expect((await read(id)).items).toHaveLength(2);
    const { body } = await enterprise.get(`/api/v1/requests/${id}/timeline`);
    expect(body.items.filter(({ kind }: { kind: string }) => kind === 'split')).toHaveLength(1);
    await eventually(() => expect(told(id, RequestItemReadySchema.typeName)).toHaveLength(2));
    expect(await service.deadLetters()).toEqual([]);
  });

  it('is completed only with both', async () => {
    const { id, ticket, newItemId, split } = await given();
    const other = new ATicket({ requestId: id, itemId: newItemId });
    await publish(split, ticket.accepted(3), ticket.resolved(4));
    await settled();
    expect(await read(id)).toMatchObject({
      status: 'IN_PROGRESS',
      items: [{ status: 'COMPLETED' }, { status: 'READY' }],
    });
    expect(told(id, RequestCompletedSchema.typeName)).toEqual([]);

    await publish(other.routed(1), other.accepted(2), other.resolved(3));
    await settled();
    expect(await read(id)).toMatchObject({ status: 'COMPLETED', items: [{}, { ticketId: other.id }] });
    await eventually(() => expect(told(id, RequestCompletedSchema.typeName)).toHaveLength(1));
  });

  it('asks for no office when it was withdrawn meanwhile', async () => {
    const { id, split } = await given();
    await enterprise.post(`/api/v1/requests/${id}/cancel`, { reason: '不再需要' });
    await publish(split);
    await settled();

    expect(await read(id)).toMatchObject({
      status: 'CANCELLED',
      items: [
        { status: 'CANCELLED', form: { instruments: [STAYS] } },
        { status: 'CANCELLED', form: { instruments: [LEAVES] } },
      ],
    });
    expect(told(id, RequestItemReadySchema.typeName)).toHaveLength(1);
  });

  it('is withdrawn with what was split off', async () => {
    const { id, split } = await given();
    await publish(split);
    await settled();
    expect((await enterprise.post(`/api/v1/requests/${id}/cancel`, { reason: '不再需要' })).status).toBeLessThan(300);
    expect(await read(id)).toMatchObject({ items: [{ status: 'CANCELLED' }, { status: 'CANCELLED' }] });
  });
});

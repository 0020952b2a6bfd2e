import type { EventMessage } from '@nqi/contracts';
import { TestService, eventually } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { TENGZHOU, TicketStory, XUECHENG } from './support/ticket-story.js';

/** Whatever order events come in, a ticket's row is the one that their own order makes. */
describe('the order of events', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start(definition);
  });

  afterAll(() => service?.stop());

  const told = (number: number): EventMessage[] =>
    new TicketStory(number, TENGZHOU).routed().returned().resumed().accepted(10).transferred(XUECHENG).told;
  const EVENTS = told(0).length;

  it('does not matter, for every one of its permutations', async () => {
    const orders = permutations(Array.from({ length: EVENTS }, (_, index) => index));
    const messages = orders.flatMap((order, number) => {
      const story = told(number);
      return order.map((index) => story[index] as EventMessage);
    });

    await service.kafka.publishAll(messages);
    await eventually(async () => expect((await service.lag()).total).toBe(0), 60_000);

    const rows = await service.query(`
      SELECT DISTINCT version, node_code, node_path, day::text, status, routed_at, accept_due_at, complete_due_at, due_version,
        accepted_at, accept_minutes, accepted_on_time, returned_at, return_version, transfers, returns
      FROM ticket_fact`);
    const [{ tickets }] = (await service.query<{ tickets: number }>(
      'SELECT count(*)::int AS tickets FROM ticket_fact',
    )) as [{ tickets: number }];
    expect(tickets).toBe(120);
    expect(rows).toEqual([
      expect.objectContaining({
        version: 5,
        node_code: 'WS-370403',
        status: 'ACCEPTED',
        returned_at: null,
        due_version: 3,
        accept_due_at: new Date('2026-11-25T10:00:00Z'),
        transfers: 1,
        returns: 1,
      }),
    ]);
    expect(await service.deadLetters()).toEqual([]);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

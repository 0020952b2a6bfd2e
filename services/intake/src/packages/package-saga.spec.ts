import fc from 'fast-check';
import type { RequestEvent } from '../requests/request.events.js';
import { Request, type NewItem, type NewRequest, type RequestState } from '../requests/request.js';
import type { TicketFacts, TicketNews } from '../requests/ticket-news.js';
import type { Leg } from './package-plan.js';

const AT = new Date('2026-11-24T02:00:00Z');
const codeOf = (i: number) => `SVC-${i}`;

/** Packages without a cycle: a service waits only for services before it in the list. */
const packages = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, i) =>
        fc.tuple(fc.subarray(range(i)), fc.subarray(range(i))).map(([results, after]): Leg => ({
          serviceCode: codeOf(i),
          needsResultsOf: results.map(codeOf),
          comesAfter: after.map(codeOf),
        })),
      ),
    ),
  )
  .map((legs) => legs as Leg[]);

/** What happens next, again and again: an open item (by its place among the open ones) is served, fails, or news repeats. */
const happenings = fc.infiniteStream(
  fc.record({
    pick: fc.nat(1_000),
    outcome: fc.constantFrom<TicketNews['kind']>('resolved', 'resolved', 'cancelled'),
    twice: fc.boolean(),
    crash: fc.boolean(),
  }),
);

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function filingOf(legs: readonly Leg[], filed: readonly boolean[]): NewRequest {
  const items = legs.flatMap(({ serviceCode }, i): NewItem[] =>
    filed[i] === false
      ? []
      : [
          {
            id: `item-${i}`,
            serviceCode,
            domain: 'testing',
            recommendedByPlatform: true,
            form: {},
            promise: {
              serviceName: { zh: serviceCode, en: serviceCode },
              performingLevel: 'county',
              completeLimitDays: 5,
            },
          },
        ],
  );
  return {
    id: 'request',
    requestNo: 'ZZ-JC-20261124-000001',
    enterprise: { uscc: 'X', name: 'X' },
    regionCode: '370481',
    mode: 'online',
    urgency: 'normal',
    contact: { name: 'X', phone: 'X' },
    filedBy: 'X',
    filedAt: AT,
    items,
    legs,
  };
}

const newsOf = (kind: TicketNews['kind']): TicketNews =>
  (kind === 'resolved' ? { kind, resolution: '' } : { kind, reason: '' }) as TicketNews;

/** Storage keeps plain data: a crash loses whatever the aggregate knew beyond it. */
const afterCrash = (state: RequestState): Request =>
  Request.restore({ ...(JSON.parse(JSON.stringify(state)) as RequestState), filedAt: AT });

const idsOf = (events: readonly RequestEvent[], type: 'RequestItemReady' | 'RequestItemForgone') =>
  events.flatMap((event) => (event.type === type ? [event.itemId] : []));

describe('The saga of a package', () => {
  it('ends with every item served, failed or forgone, each told once, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(packages, fc.array(fc.boolean(), { maxLength: 8 }), happenings, (legs, filed, stream) => {
        const filing = filingOf(legs, filed);
        fc.pre(filing.items.length > 0);
        let request = Request.file(filing);
        const events = request.pullEvents();
        for (const { pick, outcome, twice, crash } of stream) {
          const { items } = request.snapshot();
          const open = items.filter(({ status }) => status === 'READY');
          if (open.length === 0) break;
          const { id: itemId } = open[pick % open.length] as (typeof open)[number];
          const ticket = {
            id: `t-${itemId}`,
            ticketNo: 'T',
            version: 1,
            nodeCode: 'N',
            nodePath: 'P/N',
          } as TicketFacts;
          for (let times = twice ? 2 : 1; times > 0; times -= 1) {
            request.follow(itemId, ticket, newsOf(outcome), AT);
            events.push(...request.pullEvents());
            if (crash) request = afterCrash(request.snapshot());
          }
          checkInputs(legs, request.snapshot());
        }
        checkEnd(filing, request.snapshot(), events);
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends when the enterprise withdraws, at any point, and nothing begins after that', () => {
    fc.assert(
      fc.property(packages, fc.nat(6), happenings, (legs, served, stream) => {
        const request = Request.file(filingOf(legs, []));
        for (const { pick } of stream) {
          const open = request.snapshot().items.filter(({ status }) => status === 'READY');
          const done = request.snapshot().items.filter(({ status }) => status === 'COMPLETED').length;
          if (open.length === 0 || done >= served) break;
          const { id } = open[pick % open.length] as (typeof open)[number];
          const ticket = { id, ticketNo: 'T', version: 1, nodeCode: 'N', nodePath: 'P/N' } as TicketFacts;
          request.follow(id, ticket, newsOf('resolved'), AT);
        }
        fc.pre(!['COMPLETED', 'CANCELLED'].includes(request.snapshot().status));
        request.pullEvents();

        request.cancel('x', 'X', AT);

        const events = request.pullEvents();
        expect(idsOf(events, 'RequestItemReady')).toEqual([]);
        expect(request.snapshot().items.every(({ status }) => ['COMPLETED', 'CANCELLED'].includes(status))).toBe(true);
        expect(['COMPLETED', 'CANCELLED']).toContain(request.snapshot().status);
      }),
      { numRuns: 500 },
    );
  });
});

/** Nothing has begun without its inputs, or before what it comes after was over. */
function checkInputs(legs: readonly Leg[], { items }: RequestState): void {
  for (const { serviceCode, status } of items) {
    if (status === 'WAITING' || status === 'CANCELLED') continue;
    const leg = legs.find((candidate) => candidate.serviceCode === serviceCode);
    const statusOf = (code: string) => items.find((item) => item.serviceCode === code)?.status ?? 'COMPLETED';
    for (const code of leg?.needsResultsOf ?? []) expect(statusOf(code)).toBe('COMPLETED');
    for (const code of leg?.comesAfter ?? []) expect(['COMPLETED', 'CANCELLED']).toContain(statusOf(code));
  }
}

function checkEnd(
  { items: filed }: NewRequest,
  { items, status }: RequestState,
  events: readonly RequestEvent[],
): void {
  expect(items.filter((item) => item.status !== 'COMPLETED' && item.status !== 'CANCELLED')).toEqual([]);
  expect(status).toBe(items.some((item) => item.status === 'COMPLETED') ? 'COMPLETED' : 'CANCELLED');
  const told = [...idsOf(events, 'RequestItemReady'), ...idsOf(events, 'RequestItemForgone')];
  expect(told.sort()).toEqual(filed.map(({ id }) => id).sort());
  expect(events.filter(({ type }) => type === 'RequestCompleted').length).toBe(status === 'COMPLETED' ? 1 : 0);
}

import { DomainError } from '@nqi/kernel';
import { Request, type NewItem, type NewRequest } from './request.js';
import type { TicketFacts, TicketNews } from './ticket-news.js';

const NOON = new Date('2026-11-24T04:00:00Z');
const LATER = new Date('2026-11-25T04:00:00Z');
const DUE = { acceptDueAt: new Date('2026-11-25T09:30:00Z'), completeDueAt: new Date('2026-12-08T09:30:00Z') };

const PROMISE = {
  serviceName: { zh: '计量器具校准', en: 'Calibration' },
  performingLevel: 'city',
  completeLimitDays: 7,
} as const;
const item = (id: string): NewItem => {
  return {
    id,
    serviceCode: 'MET-003',
    domain: 'metrology',
    recommendedByPlatform: false,
    form: { note: id },
    promise: PROMISE,
  };
};

function filing(...itemIds: string[]): NewRequest {
  return {
    id: 'request-1',
    requestNo: 'ZZ-JL-20261124-000001',
    enterprise: { uscc: '91370481XD4164886N', name: '滕州演示隆博精密机械有限公司' },
    regionCode: '370481',
    mode: 'online',
    urgency: 'normal',
    contact: { name: '张三', phone: '0632-0000001' },
    filedBy: 'user-1',
    filedAt: NOON,
    items: itemIds.map(item),
  };
}

/** A request whose filing lies behind it. */
function filed(...itemIds: string[]): Request {
  const request = Request.file(filing(...itemIds));
  request.pullEvents();
  return request;
}

const ticket = (version: number, changes: Partial<TicketFacts> = {}): TicketFacts => ({
  id: 'ticket-1',
  ticketNo: 'TK-JL-20261124-000001',
  version,
  nodeCode: 'WS-370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  ...changes,
});

const NEWS = {
  routed: { kind: 'routed', ...DUE },
  accepted: { kind: 'accepted', ...DUE },
  started: { kind: 'started' },
  returned: { kind: 'returned', missing: ['铭牌照片', '上次证书'] },
  resumed: { kind: 'resumed', ...DUE },
  promised: { kind: 'promised', ...DUE },
  resolved: { kind: 'resolved', resolution: '', deliverableNumbers: ['JL-1'] },
  cancelled: { kind: 'cancelled', reason: '申请已撤回' },
  transferred: { kind: 'transferred', fromNodeCode: 'WS-370481', reason: '就近' },
} satisfies Record<string, TicketNews>;

/** Lets an item's ticket tell these things, one version after the other. */
function tell(request: Request, itemId: string, ...names: (keyof typeof NEWS)[]): void {
  let version = request.snapshot().items.find(({ id }) => id === itemId)?.ticket?.version ?? 0;
  for (const name of names) request.follow(itemId, ticket((version += 1)), NEWS[name], LATER);
}

const itemStatus = (request: Request, id: string) => request.snapshot().items.find((i) => i.id === id)?.status;
const eventTypes = (request: Request) => request.pullEvents().map(({ type }) => type);

function thrown(work: () => void): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('no DomainError was thrown');
}

describe('Filing', () => {
  it('announces the request and each of its items as ready', () => {
    const request = Request.file(filing('a', 'b'));

    expect(request.snapshot()).toMatchObject({ status: 'SUBMITTED', version: 1 });
    expect(request.snapshot().items.map(({ status }) => status)).toEqual(['READY', 'READY']);
    expect(request.pullEvents()).toEqual([
      { type: 'RequestFiled', at: NOON },
      { type: 'RequestItemReady', itemId: 'a', promise: PROMISE, at: NOON },
      { type: 'RequestItemReady', itemId: 'b', promise: PROMISE, at: NOON },
    ]);
  });
});

describe('Following a ticket', () => {
  it('walks an item from its office to its end', () => {
    const request = filed('a');
    const seen: unknown[] = [];

    for (const name of ['routed', 'accepted', 'started', 'resolved'] as const) {
      tell(request, 'a', name);
      seen.push([itemStatus(request, 'a'), request.snapshot().status]);
    }

    expect(seen).toEqual([
      ['ROUTED', 'SUBMITTED'],
      ['ACCEPTED', 'IN_PROGRESS'],
      ['IN_PROGRESS', 'IN_PROGRESS'],
      ['COMPLETED', 'COMPLETED'],
    ]);
  });

  it('keeps where the ticket is and when it is due', () => {
    const request = filed('a');

    tell(request, 'a', 'routed');

    expect(request.snapshot().items[0]).toMatchObject({ ...DUE, ticket: { nodeCode: 'WS-370481', version: 1 } });
  });

  it.each([1, 2])('ignores news of version %i when version 2 is known', (version) => {
    const request = filed('a');
    tell(request, 'a', 'routed', 'accepted');
    const before = request.snapshot();

    request.follow('a', ticket(version), NEWS.returned, LATER);

    expect(request.snapshot()).toBe(before);
  });

  it('does not need the news in between', () => {
    const request = filed('a');

    request.follow('a', ticket(4), NEWS.started, LATER);
    request.follow('a', ticket(1), NEWS.routed, LATER);

    expect(itemStatus(request, 'a')).toBe('IN_PROGRESS');
  });

  it('ignores news of an item it does not have', () => {
    const request = filed('a');
    const before = request.snapshot();

    request.follow('z', ticket(1), NEWS.routed, LATER);

    expect(request.snapshot()).toBe(before);
  });

  it('stays accepted when the ticket is handed to another office', () => {
    const request = filed('a');
    tell(request, 'a', 'routed', 'accepted');

    request.follow('a', ticket(3, { nodeCode: 'HUB-370400' }), NEWS.transferred, LATER);

    expect(request.snapshot().items[0]).toMatchObject({ status: 'ACCEPTED', ticket: { nodeCode: 'HUB-370400' } });
  });

  it('is completed by its last item, once', () => {
    const request = filed('a', 'b');

    tell(request, 'a', 'routed', 'resolved');
    expect(eventTypes(request)).toEqual([]);
    tell(request, 'b', 'routed', 'resolved', 'resolved');

    expect(request.pullEvents()).toEqual([{ type: 'RequestCompleted', at: LATER }]);
    expect(request.snapshot()).toMatchObject({ status: 'COMPLETED', completedAt: LATER });
  });

  it('is cancelled, not completed, when no item was served', () => {
    const request = filed('a', 'b');

    tell(request, 'a', 'routed', 'cancelled');
    tell(request, 'b', 'cancelled');

    expect(request.snapshot().status).toBe('CANCELLED');
    expect(eventTypes(request)).toEqual([]);
  });

  it('does not reopen what has ended', () => {
    const request = filed('a');
    tell(request, 'a', 'routed', 'resolved', 'returned', 'resumed');

    expect(itemStatus(request, 'a')).toBe('COMPLETED');
    expect(request.snapshot().status).toBe('COMPLETED');
  });
});

describe('A return for correction', () => {
  it('shows everything that is missing and marks the whole request', () => {
    const request = filed('a', 'b');

    tell(request, 'a', 'routed', 'accepted', 'returned');

    expect(request.snapshot().status).toBe('RETURNED');
    expect(request.snapshot().items[0]?.returnedFor).toEqual(['铭牌照片', '上次证书']);
  });

  it.each([
    [['routed', 'returned'], 'ROUTED', 'SUBMITTED'],
    [['routed', 'accepted', 'returned'], 'ACCEPTED', 'IN_PROGRESS'],
    [['routed', 'accepted', 'started', 'returned'], 'IN_PROGRESS', 'IN_PROGRESS'],
  ] as const)('after %j goes back to where the ticket stood when corrected', (news, back, requestStatus) => {
    const request = filed('a');
    tell(request, 'a', ...news);

    request.correct('a', { note: '更正后' }, LATER);

    expect(request.snapshot().status).toBe(requestStatus);
    expect(request.snapshot().items[0]).toMatchObject({ status: back, form: { note: '更正后' }, returnedFor: [] });
    expect(request.pullEvents()).toEqual([{ type: 'RequestItemCorrected', itemId: 'a', at: LATER }]);
  });

  it('ends as well when the office goes on by itself', () => {
    const request = filed('a');

    tell(request, 'a', 'routed', 'accepted', 'returned', 'resumed');

    expect(request.snapshot().items[0]).toMatchObject({ status: 'ACCEPTED', returnedFor: [] });
  });

  it('keeps the replaced form in the history', () => {
    const request = filed('a');
    tell(request, 'a', 'routed', 'returned');
    request.pullSteps();

    request.correct('a', { note: '更正后' }, LATER);

    expect(request.pullSteps()).toEqual([
      { kind: 'corrected', itemId: 'a', at: LATER, detail: { replacedForm: { note: 'a' } } },
    ]);
  });

  it.each(['routed', 'accepted', 'started', 'resolved'] as const)('cannot be answered after "%s"', (name) => {
    const request = filed('a');
    tell(request, 'a', name);

    const error = thrown(() => request.correct('a', {}, LATER));

    expect(error).toMatchObject({ code: 'REQUEST_ITEM.NOT_RETURNED', kind: 'conflict' });
  });

  it('knows no other items than its own', () => {
    expect(thrown(() => filed('a').correct('z', {}, LATER))).toMatchObject({ kind: 'not_found' });
  });
});

describe('Cancelling', () => {
  it('withdraws every open item and says which', () => {
    const request = filed('a', 'b');
    tell(request, 'a', 'routed', 'accepted');

    request.cancel('重复申请', 'user-1', LATER);

    expect(request.snapshot().status).toBe('CANCELLED');
    expect(request.pullEvents()).toEqual([
      { type: 'RequestCancelled', itemIds: ['a', 'b'], reason: '重复申请', by: 'user-1', at: LATER },
    ]);
  });

  it('leaves served items served, and the request then ends completed', () => {
    const request = filed('a', 'b');
    tell(request, 'a', 'routed', 'resolved');

    request.cancel('其余不再需要', 'user-1', LATER);

    expect(request.snapshot()).toMatchObject({ status: 'COMPLETED', completedAt: LATER });
    expect(request.pullEvents()).toMatchObject([
      { type: 'RequestCancelled', itemIds: ['b'] },
      { type: 'RequestCompleted' },
    ]);
  });

  it.each(['resolved', 'cancelled'] as const)('is refused once its items were all %s', (name) => {
    const request = filed('a');
    tell(request, 'a', 'routed', name);

    expect(thrown(() => request.cancel('x', 'user-1', LATER))).toMatchObject({ code: 'REQUEST.ENDED' });
  });

  it('stands against a result that arrives late, which the history keeps', () => {
    const request = filed('a');
    tell(request, 'a', 'routed');
    request.cancel('x', 'user-1', LATER);
    request.pullSteps();
    request.pullEvents();

    tell(request, 'a', 'resolved');

    expect(request.snapshot().status).toBe('CANCELLED');
    expect(request.pullSteps().map(({ kind }) => kind)).toEqual(['resolved']);
    expect(eventTypes(request)).toEqual([]);
  });

  it('does not tell of the tickets that end because of it', () => {
    const request = filed('a');
    tell(request, 'a', 'routed');
    request.cancel('x', 'user-1', LATER);
    request.pullSteps();

    tell(request, 'a', 'cancelled');

    expect(request.pullSteps()).toEqual([]);
  });
});

describe('Rating', () => {
  function completed(): Request {
    const request = filed('a');
    tell(request, 'a', 'routed', 'resolved');
    request.pullEvents();
    return request;
  }

  it('is kept and announced', () => {
    const request = completed();

    request.rate(5, [], LATER);

    expect(request.snapshot().rating).toEqual({ stars: 5, reasons: [], ratedAt: LATER });
    expect(request.pullEvents()).toEqual([{ type: 'RequestRated', stars: 5, reasons: [], at: LATER }]);
  });

  it('happens once', () => {
    const request = completed();
    request.rate(5, [], LATER);

    expect(thrown(() => request.rate(4, [], LATER))).toMatchObject({ code: 'REQUEST.ALREADY_RATED', kind: 'conflict' });
  });

  it('waits for the end', () => {
    const request = filed('a');

    expect(thrown(() => request.rate(5, [], LATER))).toMatchObject({ code: 'REQUEST.NOT_COMPLETED' });
  });

  it.each([0, 6, 2.5, Number.NaN])('has whole stars from one to five, not %p', (stars) => {
    expect(thrown(() => completed().rate(stars, ['x'], LATER))).toMatchObject({ pointer: '/stars' });
  });

  it.each([1, 2])('of %i star(s) needs a reason', (stars) => {
    expect(thrown(() => completed().rate(stars, [], LATER))).toMatchObject({ pointer: '/reasons' });
    expect(() => completed().rate(stars, ['态度不好'], LATER)).not.toThrow();
  });

  it('of three stars needs none', () => {
    expect(() => completed().rate(3, [], LATER)).not.toThrow();
  });
});

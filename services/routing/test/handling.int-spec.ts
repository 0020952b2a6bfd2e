import { newId } from '@nqi/kernel';
import { eventually, type HttpClient } from '@nqi/test-kit';
import { advice, anItem, cancelled, corrected, jobCompleted, jobOpened } from './builders/events.js';
import { COUNTY, HUB, PARK, SHIZHONG, TestRouting } from './builders/service.js';

describe('a ticket at its office', () => {
  let routing: TestRouting;
  let clerk: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    clerk = await routing.as(COUNTY, 'clerk', 'clerk-WS-370481');
  });
  afterAll(() => routing.stop());

  const aTicket = async (item = anItem()) => (await routing.route(item))[0] as string;
  const act = (id: string, action: string, body: unknown = {}, headers: Record<string, string> = {}, by = clerk) =>
    by.post(`/api/v1/tickets/${id}/${action}`, body, headers);

  it('is accepted, follows its job and is resolved with what the job delivered', async () => {
    const seen = await routing.watchTickets();
    const id = await aTicket();

    const accepted = await act(id, 'accept');
    expect(accepted).toMatchObject({
      status: 200,
      body: { status: 'ACCEPTED', version: 2, actions: expect.any(Array) },
    });
    expect(accepted.headers.get('etag')).toBe('"2"');
    const job = { jobId: newId(), ticketId: id };
    await routing.service.kafka.publishAll([jobOpened(job)]);
    await routing.reaches(id, 'IN_PROGRESS');
    await routing.service.kafka.publishAll([jobCompleted(job, ['JL-1', 'JL-2']), jobCompleted(job, ['JL-1', 'JL-2'])]);
    await routing.reaches(id, 'RESOLVED');

    await eventually(() => expect(seen.filter(({ key }) => key === id)).toHaveLength(4));
    const told = seen.filter(({ key }) => key === id);
    expect(told.map(({ type }) => type.split('.').at(-1))).toEqual([
      'TicketRouted',
      'TicketAccepted',
      'TicketStarted',
      'TicketResolved',
    ]);
    expect(told[1]?.content).toMatchObject({
      acceptedBy: 'clerk-WS-370481',
      acceptedOnTime: true,
      formJson: JSON.stringify(anItem().form),
      ticket: { institutionId: 'ORG011', version: 2 },
    });
    expect(told[3]?.content).toMatchObject({ completedOnTime: true, deliverableNumbers: ['JL-1', 'JL-2'] });
    const { body } = await clerk.get(`/api/v1/tickets/${id}`);
    expect(body).toMatchObject({ sla: 'MET', jobId: job.jobId, actions: [], resolvedAt: expect.any(String) });
    expect(await routing.service.query('SELECT 1 FROM ticket_timer WHERE ticket_id = $1', [id])).toEqual([]);
  });

  it('is returned with all that is missing, and goes on when corrected', async () => {
    const item = anItem();
    const id = await aTicket(item);

    const returned = await act(id, 'return', { missing: ['营业执照', '器具清单'] });
    expect(returned.body).toMatchObject({ status: 'RETURNED', sla: 'PAUSED', returnedFor: ['营业执照', '器具清单'] });
    const held = await routing.service.query(
      `SELECT clock, count(*)::integer FROM ticket_timer WHERE ticket_id = $1 AND due_at IS NULL GROUP BY 1 ORDER BY 1`,
      [id],
    );
    expect(held).toEqual([
      { clock: 'accept', count: 2 },
      { clock: 'complete', count: 2 },
    ]);
    await routing.service.kafka.publish(corrected(item, { instruments: [{ ref: 'MI004', qty: 3 }] }));
    await routing.reaches(id, 'ROUTED');

    const { body } = await clerk.get(`/api/v1/tickets/${id}`);
    expect(body).toMatchObject({ sla: 'ON_TIME', form: { instruments: [{ ref: 'MI004', qty: 3 }] } });
    expect(body.returnedFor).toBeUndefined();
    const running = await routing.service.query<{ due_at: Date }>(
      'SELECT due_at FROM ticket_timer WHERE ticket_id = $1 AND due_at IS NOT NULL',
      [id],
    );
    expect(running).toHaveLength(4);
  });

  it('is paused for a listed reason only, and resumed', async () => {
    const id = await aTicket();
    await act(id, 'accept');

    const unlisted = await act(id, 'pause', { reasonCode: 'LUNCH' });
    expect([unlisted.status, unlisted.body.errors[0].pointer]).toEqual([400, '/reasonCode']);
    expect((await act(id, 'pause', { reasonCode: 'WAIT_SAMPLE', note: '样品未到' })).body).toMatchObject({
      status: 'PAUSED',
      pauseReason: 'WAIT_SAMPLE',
    });
    expect((await act(id, 'resume')).body).toMatchObject({ status: 'ACCEPTED', sla: 'ON_TIME' });
    expect(await routing.events(id)).toEqual(['TicketRouted', 'TicketAccepted', 'TicketPaused', 'TicketResumed']);
  });

  it('is resolved by the office itself when it asked for advice', async () => {
    const id = await aTicket(advice());

    expect((await act(id, 'resolve', { resolution: '已答复' })).body).toMatchObject({ type: 'TICKET.ILLEGAL_MOVE' });
    await act(id, 'accept');
    expect((await act(id, 'resolve', {})).status).toBe(400);
    expect((await act(id, 'resolve', { resolution: '已出具需求清单' })).body).toMatchObject({
      status: 'RESOLVED',
      resolution: '已出具需求清单',
    });
  });

  it('is not resolved by hand when a job does the work', async () => {
    const id = await aTicket();
    await act(id, 'accept');

    const { status, body } = await act(id, 'resolve', { resolution: '已答复' });

    expect([status, body.type]).toEqual([409, 'TICKET.RESOLVED_BY_JOB']);
  });

  it('is handed to another office, which then is the one that may accept it', async () => {
    const id = await aTicket();

    expect((await act(id, 'transfer', { nodeCode: 'WS-370402', reason: '企业迁址' })).body).toMatchObject({
      nodeCode: 'WS-370402',
      status: 'ROUTED',
    });

    expect((await act(id, 'accept')).status).toBe(404);
    const other = await routing.as(SHIZHONG);
    expect((await act(id, 'accept', {}, {}, other)).body).toMatchObject({ status: 'ACCEPTED' });
  });

  it.each([
    [{ nodeCode: 'WS-999999', reason: '企业迁址' }, 'NETWORK.UNKNOWN_NODE', '/nodeCode'],
    [{ nodeCode: 'WS-370481', reason: '企业迁址' }, 'TICKET.SAME_NODE', '/nodeCode'],
  ])('is not handed to %j', async (body, type, pointer) => {
    const id = await aTicket();

    const refused = await act(id, 'transfer', body);

    expect(refused).toMatchObject({ status: 422, body: { type, errors: [{ pointer }] } });
    expect(await routing.events(id)).toEqual(['TicketRouted']);
  });

  it('is escalated up to the province and no further', async () => {
    const id = await aTicket();
    const dispatcher = await routing.as(HUB, 'dispatcher');

    expect((await act(id, 'escalate', { reason: '能力不足' })).body).toMatchObject({ nodeCode: 'HUB-370400' });
    expect((await act(id, 'escalate', { reason: '能力不足' }, {}, dispatcher)).body).toMatchObject({
      nodeCode: 'PROV-370000',
      actions: expect.not.arrayContaining(['escalate']),
    });
    expect((await act(id, 'escalate', { reason: '能力不足' }, {}, dispatcher)).body).toMatchObject({
      type: 'TICKET.NOWHERE_TO_ESCALATE',
    });
  });

  it('takes another institution for a reason, which stays on the receipt', async () => {
    const id = await aTicket();

    expect((await act(id, 'accept', { institutionId: 'ORG005' })).body).toMatchObject({ type: 'TICKET.REASON_NEEDED' });
    const unable = await act(id, 'accept', { institutionId: 'ORG039', reason: '更近' });
    expect(unable).toMatchObject({
      status: 422,
      body: {
        type: 'TICKET.INSTITUTION_NOT_ELIGIBLE',
        details: { verdicts: { scope: 'OUT_OF_SCOPE', qualification: 'QUALIFICATION_MISSING' } },
      },
    });
    await act(id, 'accept', { institutionId: 'ORG005', reason: '设备检修' });

    const { body } = await clerk.get(`/api/v1/tickets/${id}/decision`);
    expect(body.overrides).toMatchObject([
      { fromInstitutionId: 'ORG011', toInstitutionId: 'ORG005', reason: '设备检修', by: 'clerk-WS-370481' },
    ]);
  });

  it('is changed by those who see it and may: the office itself, those above it, nobody beside it', async () => {
    const [ofPark, ofCounty] = [await aTicket(anItem({ parkCode: '370481901' })), await aTicket()];

    const neighbour = await routing.as(SHIZHONG, 'lead');
    expect((await act(ofCounty, 'accept', {}, {}, neighbour)).status).toBe(404);
    // The county's clerk sees the park's tickets but works on the county's own.
    expect((await act(ofPark, 'accept')).body).toMatchObject({ status: 403, type: 'ACCESS.OUT_OF_REACH' });
    const lead = await routing.as(COUNTY, 'lead');
    expect((await act(ofPark, 'accept', {}, {}, lead)).status).toBe(200);
    const auditor = await routing.as(HUB, 'auditor');
    expect((await act(ofCounty, 'accept', {}, {}, auditor)).body).toMatchObject({ type: 'ACCESS.NOT_PERMITTED' });
    expect((await act(newId(), 'accept')).status).toBe(404);
    expect((await act(ofCounty, 'accept', {}, {}, await routing.as(PARK))).status).toBe(404);
  });

  it('is not changed by somebody who saw an older version', async () => {
    const id = await aTicket();
    await act(id, 'assign', { assignee: 'li' }, { 'if-match': '"1"' });

    const stale = await act(id, 'accept', {}, { 'if-match': '"1"' });

    expect([stale.status, stale.body.type]).toEqual([412, 'OBJECT.CHANGED']);
    expect(await routing.status(id)).toBe('ROUTED');
    expect((await act(id, 'accept', {}, { 'if-match': '"2"' })).status).toBe(200);
  });

  it('is accepted by one of many who press the button at once', async () => {
    const id = await aTicket();

    const answers = await Promise.all(Array.from({ length: 8 }, () => act(id, 'accept')));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await routing.events(id)).toEqual(['TicketRouted', 'TicketAccepted']);
  });

  it('ends cancelled when the request is withdrawn, whoever works on it at that moment', async () => {
    const items = Array.from({ length: 12 }, () => anItem());
    const ids = await routing.route(...items);

    const race = items.map((item, i) => [
      act(ids[i] as string, 'accept'),
      routing.service.kafka.publish(cancelled(item)),
    ]);
    await Promise.all(race.flat());

    for (const id of ids) {
      await routing.reaches(id, 'CANCELLED');
      const events = await routing.events(id);
      expect([
        ['TicketRouted', 'TicketAccepted', 'TicketCancelled'],
        ['TicketRouted', 'TicketCancelled'],
      ]).toContainEqual(events);
      expect((await act(id, 'accept')).status).toBe(409);
    }
  });

  it('stays resolved when a withdrawal comes too late', async () => {
    const item = advice();
    const id = await aTicket(item);
    await act(id, 'accept');
    await act(id, 'resolve', { resolution: '已答复' });

    await routing.service.kafka.publish(cancelled(item));
    await routing.caughtUp();

    expect(await routing.status(id)).toBe('RESOLVED');
    expect(await routing.service.deadLetters()).toEqual([]);
  });

  // Last: the router remembers who served an enterprise before, and proposes that body to it again.
  it('goes to another institution after acceptance, on the receipt, and then follows that body’s job alone', async () => {
    const seen = await routing.watchTickets();
    const id = await aTicket();
    const promised = (await act(id, 'accept')).body.completeDueAt;
    const first = { jobId: newId(), ticketId: id };
    const dispatcher = await routing.as('HUB-370400', 'dispatcher');
    const replace = () => act(id, 'override', { institutionId: 'ORG005', reason: '设备故障' }, {}, dispatcher);
    expect((await replace()).body.type).toBe('TICKET.WORK_BEING_ORDERED');
    await routing.service.kafka.publishAll([jobOpened(first)]);
    await routing.reaches(id, 'IN_PROGRESS');

    const replaced = await replace();

    expect(replaced).toMatchObject({
      status: 200,
      body: { status: 'ACCEPTED', institutionId: 'ORG005', completeDueAt: promised },
    });
    expect(replaced.body.jobId).toBeUndefined();
    const { overrides } = (await dispatcher.get(`/api/v1/tickets/${id}/decision`)).body;
    expect(overrides).toMatchObject([
      { reasonCode: 'MANUAL', reason: '设备故障', fromInstitutionId: 'ORG011', toInstitutionId: 'ORG005' },
    ]);
    const next = { jobId: newId(), ticketId: id, institutionId: 'ORG005' };
    await routing.service.kafka.publishAll([jobCompleted(first), jobOpened(first), jobOpened(next)]);
    await routing.reaches(id, 'IN_PROGRESS');
    expect((await dispatcher.get(`/api/v1/tickets/${id}`)).body.jobId).toBe(next.jobId);
    await routing.service.kafka.publishAll([jobCompleted(first), jobCompleted(next, ['JL-2'])]);
    await routing.reaches(id, 'RESOLVED');

    const told = () => seen.filter(({ key }) => key === id);
    await eventually(() => expect(told().at(-1)?.type).toMatch(/TicketResolved$/));
    expect(told().at(-1)?.content).toMatchObject({ deliverableNumbers: ['JL-2'] });
    expect(told().find(({ type }) => type.endsWith('TicketInstitutionReplaced'))?.content).toMatchObject({
      ticket: { institutionId: 'ORG005' },
      fromInstitutionId: 'ORG011',
      fromJobId: first.jobId,
      formJson: JSON.stringify(anItem().form),
    });
  });
});

import { FixedClock, newId } from '@nqi/kernel';
import { anEnterprise, eventually, staffOf, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { anItem, cancelled } from './builders/events.js';
import { COUNTY, TestRouting } from './builders/service.js';

const RESOURCES = '/api/v1/network/resources';
const BOOKINGS = '/api/v1/network/bookings';
const USCC = '91370481XD4164886N';
/** A Tuesday, before the offices open. */
const MORNING = '2026-11-24T08:00:00+08:00';
const at = (date: string, time: string) => `${date}T${time}:00+08:00`;
const instant = (date: string, time: string) => new Date(at(date, time)).toISOString();

describe('shared resources', () => {
  const clock = new FixedClock(MORNING);
  let routing: TestRouting;
  let enterprise: HttpClient;
  let technician: HttpClient;
  let force: string;

  beforeAll(async () => {
    routing = await TestRouting.start({ clock });
    enterprise = await routing.service.as(anEnterprise(USCC));
    technician = await routing.service.as(staffOfInstitution('ORG005', 'technician'));
    force = await idOf('RES-DEMO-003');
  });
  afterAll(() => routing.stop());
  beforeEach(() => clock.set(MORNING));

  const idOf = async (no: string): Promise<string> => {
    const rows = await routing.service.query<{ id: string }>('SELECT id FROM shared_resource WHERE no = $1', [no]);
    return rows[0]?.id ?? '';
  };
  const book = (date: string, start: string, end: string, fields: object = {}, by = enterprise, key?: string) =>
    by.post(
      BOOKINGS,
      { resourceId: force, start: at(date, start), end: at(date, end), purpose: '试验机校准', ...fields },
      key === undefined ? {} : { 'idempotency-key': key },
    );
  const step = (id: string, name: string, body: object = {}, by = technician, headers: Record<string, string> = {}) =>
    by.post(`${BOOKINGS}/${id}/${name}`, body, headers);

  it('say who can do this, where, and when the earliest slot is free', async () => {
    const { status, body } = await enterprise.get(`${RESOURCES}?serviceCode=MET-003&node=HUB-370400`);

    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      no: 'RES-DEMO-003',
      ownerName: expect.stringContaining('计量'),
      nodeCode: 'HUB-370400',
      status: 'IDLE',
      demo: true,
      fee: { fen: 20_000, per: 'HOUR' },
      earliestSlot: { start: instant('2026-11-24', '08:30'), end: instant('2026-11-24', '09:30'), estimated: false },
    });
  });

  it('are found by kind, words and territory, page by page', async () => {
    const numbers = async (query: string) => {
      const { body } = await enterprise.get(`${RESOURCES}?${query}`);
      return body.items.map(({ no }: { no: string }) => no.slice(-1)).join('');
    };
    const first = await enterprise.get(`${RESOURCES}?limit=4`);
    const second = await enterprise.get(`${RESOURCES}?limit=4&cursor=${first.body.nextCursor}`);

    expect(await numbers('kind=VEHICLE')).toBe('4');
    expect(await numbers('node=WS-370481')).toBe('27');
    expect(await numbers(`q=${encodeURIComponent('laser')}`)).toBe('2');
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([4, 3, undefined]);
    expect((await enterprise.get(`${RESOURCES}?node=WS-999999`)).status).toBe(422);
  });

  it('are compared by who is free the soonest', async () => {
    const bench = await idOf('RES-DEMO-001');
    await book('2026-11-24', '08:30', '17:30', { resourceId: bench });
    const { body } = await enterprise.get(`${RESOURCES}?serviceCode=TST-009&sort=earliest`);

    // The laser is free this morning, the bench tomorrow, the overdue GC-MS never.
    expect(body.items.map(({ no }: { no: string }) => no)).toEqual(['RES-DEMO-002', 'RES-DEMO-001', 'RES-DEMO-005']);
    expect(body.items[1].earliestSlot.start).toBe(instant('2026-11-25', '08:30'));
    expect((await enterprise.get(`${RESOURCES}?serviceCode=TST-009&sort=earliest&limit=1`)).body.items).toHaveLength(1);
  });

  it('are not bookable outside windows, on holidays, off the grid, in the past or beyond the calibration', async () => {
    const overdue = await idOf('RES-DEMO-005');
    const codes = async (...answers: ReturnType<typeof book>[]) =>
      (await Promise.all(answers)).map(({ status, body }) => `${status} ${body.type}`);

    expect(
      await codes(
        book('2026-11-24', '11:30', '14:30'),
        book('2026-11-28', '08:30', '09:30'),
        book('2026-11-24', '08:45', '09:45'),
        book('2026-11-23', '08:30', '09:30'),
        book('2027-05-10', '08:30', '09:30'),
        book('2026-11-25', '08:30', '09:30', { resourceId: overdue }),
        book('2026-11-25', '08:30', '09:30', { resourceId: newId() }),
      ),
    ).toEqual([
      '422 BOOKING.OUTSIDE_WINDOWS',
      '422 BOOKING.OUTSIDE_WINDOWS',
      '422 BOOKING.OFF_GRID',
      '422 BOOKING.IN_THE_PAST',
      '422 BOOKING.TOO_FAR_AHEAD',
      '409 RESOURCE.CALIBRATION_ENDS',
      '422 RESOURCE.UNKNOWN',
    ]);
    const listed = (await enterprise.get(`${RESOURCES}/${overdue}`)).body;
    expect(listed.status).toBe('CAL_OVERDUE');
    expect(listed).not.toHaveProperty('earliestSlot');
  });

  it('go to exactly one of two hundred who want the same hour, on each of four days at once', async () => {
    const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'];
    const wishes = Array.from({ length: 200 }, (_, index) => days[index % days.length] as string);

    const answers = await Promise.all(wishes.map((day) => book(day, '08:30', '09:30')));

    const won = answers.filter(({ status }) => status === 201);
    expect(won.map(({ body }) => body.start).sort()).toEqual(days.map((day) => instant(day, '08:30')));
    expect(new Set(won.map(({ body }) => body.bookingNo)).size).toBe(4);
    const lost = answers.filter(({ status }) => status !== 201);
    expect(new Set(lost.map(({ status, body }) => `${status} ${body.type}`))).toEqual(new Set(['409 BOOKING.TAKEN']));
    expect(lost).toHaveLength(196);
  }, 60_000);

  it('are never double booked when two hundred want overlapping times of one day', async () => {
    const openings = ['08:30', '09:30', '10:30', '13:30', '14:30', '15:30'];
    const later = (time: string) => `${String(Number(time.slice(0, 2)) + 2).padStart(2, '0')}:30`;
    const wishes = Array.from({ length: 200 }, (_, index) => openings[index % openings.length] as string);

    const answers = await Promise.all(wishes.map((time) => book('2026-12-07', time, later(time))));

    expect(answers.filter(({ status }) => ![201, 409, 422].includes(status))).toEqual([]);
    const doubles = await routing.service.query(
      `SELECT a.id FROM booking a JOIN booking b ON a.resource_id = b.resource_id AND a.id < b.id AND a.during && b.during
       WHERE a.status IN ('REQUESTED', 'CONFIRMED', 'CHECKED_IN') AND b.status IN ('REQUESTED', 'CONFIRMED', 'CHECKED_IN')`,
    );
    expect(doubles).toEqual([]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(2);
  }, 60_000);

  it('are kept from double booking by the database itself, whatever the code does', async () => {
    const again = routing.service.query(
      `INSERT INTO booking (id, resource_id, owner_id, during, booker_kind, booker_id, booker_name, requested_by, purpose,
         fee_fen, status, version)
       SELECT $1, resource_id, owner_id, during, booker_kind, booker_id, booker_name, requested_by, purpose, fee_fen,
         status, version FROM booking WHERE status = 'REQUESTED' LIMIT 1`,
      [newId()],
    );

    await expect(again).rejects.toMatchObject({ code: '23P01', constraint: 'booking_never_double' });
  });

  it('go from request to completion by the hands of their owner, and count as used', async () => {
    const made = await book('2026-11-24', '09:30', '11:30');
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'REQUESTED', feeFen: 40_000, booker: { kind: 'enterprise', id: USCC }, version: 1 },
    });
    const { id } = made.body;

    expect((await step(id, 'confirm', {}, technician, { 'if-match': '"4"' })).status).toBe(412);
    expect((await step(id, 'confirm', {}, technician, { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    expect((await step(id, 'check-in')).body.type).toBe('BOOKING.TOO_EARLY');
    const moveTo = async (time: string) => {
      clock.set(at('2026-11-24', time));
      return routing.service.as(staffOfInstitution('ORG005', 'technician'));
    };
    expect((await step(id, 'check-in', {}, await moveTo('09:30'))).body).toMatchObject({
      status: 'CHECKED_IN',
      next: ['COMPLETED'],
    });
    const completed = await step(id, 'complete', {}, await moveTo('10:30'));

    expect(completed.body.history.map(({ status }: { status: string }) => status)).toEqual([
      'REQUESTED',
      'CONFIRMED',
      'CHECKED_IN',
      'COMPLETED',
    ]);
    const frame = `from=${encodeURIComponent(at('2026-11-24', '00:00'))}&until=${encodeURIComponent(at('2026-11-25', '00:00'))}`;
    const later = await routing.service.as(anEnterprise(USCC));
    const { body } = await later.get(`${RESOURCES}/${force}/utilisation?${frame}`);
    expect(body).toEqual({ availableMinutes: 450, bookedMinutes: 120, usedMinutes: 60, utilisation: 60 / 450 });
    // The hour that was left is free again.
    expect((await book('2026-11-24', '10:30', '11:30', {}, later)).status).toBe(201);
  });

  it('are handled by their owner alone, and bookings of others are not there', async () => {
    const { body } = await book('2026-12-08', '08:30', '09:30');
    const stranger = await routing.service.as(anEnterprise('91370402XD0000001A'));
    const otherOwner = await routing.service.as(staffOfInstitution('ORG006', 'technician'));

    expect((await stranger.get(`${BOOKINGS}/${body.id}`)).status).toBe(404);
    expect((await step(body.id, 'cancel', { reason: '不需要' }, stranger)).status).toBe(404);
    expect((await step(body.id, 'confirm', {}, otherOwner)).status).toBe(404);
    expect((await step(body.id, 'confirm', {}, enterprise)).status).toBe(403);
    expect((await stranger.get(BOOKINGS)).body.items).toEqual([]);
    expect((await technician.get(`${BOOKINGS}?limit=1`)).body.items).toHaveLength(1);
    const lent = await book('2026-12-08', '10:30', '11:30', {}, otherOwner);
    expect(lent.body.booker).toMatchObject({ kind: 'institution', id: 'ORG006' });
    expect((await step(lent.body.id, 'confirm', {}, otherOwner)).status).toBe(404);
  });

  it('are listed newest first to who booked them, page by page', async () => {
    const clerk = await routing.service.as(staffOf(COUNTY));
    for (const time of ['08:30', '09:30', '10:30']) {
      await book(
        '2026-12-09',
        time,
        time.replace(/^\d\d/, (hour) => String(Number(hour) + 1).padStart(2, '0')),
        {},
        clerk,
      );
    }

    const first = await clerk.get(`${BOOKINGS}?status=REQUESTED&limit=2`);
    const second = await clerk.get(`${BOOKINGS}?limit=2&cursor=${first.body.nextCursor}`);
    const starts = [...first.body.items, ...second.body.items].map(({ start }: { start: string }) => start);

    expect(starts).toEqual(['10:30', '09:30', '08:30'].map((time) => instant('2026-12-09', time)));
    expect((await clerk.get(`${BOOKINGS}?cursor=nonsense`)).status).toBe(422);
  });

  it('are booked once however often the same wish arrives', async () => {
    const wish = () => book('2026-12-10', '08:30', '09:30', {}, enterprise, 'wish-1');
    const [first, second] = await Promise.all([wish(), wish()]);

    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(second?.body.id).toBe(first?.body.id);
    expect((await book('2026-12-10', '09:30', '10:30', {}, enterprise, 'wish-1')).body.type).toBe(
      'IDEMPOTENCY.OTHER_BODY',
    );
  });

  it('offer what is free, and take back what is cancelled with a reason', async () => {
    const path = `${RESOURCES}/${force}/slots?minutes=100&from=${encodeURIComponent(at('2026-12-11', '00:00'))}&until=${encodeURIComponent(at('2026-12-12', '00:00'))}`;
    const free = async () =>
      (await enterprise.get(path)).body.items.map(({ start }: { start: string }) => start.slice(11, 16));
    const { body } = await book('2026-12-11', '08:30', '10:30');

    // A hundred minutes are two steps; in the afternoon there is room for three of those.
    expect(await free()).toEqual(['05:30', '06:30', '07:30']);
    expect((await step(body.id, 'cancel', {}, enterprise)).status).toBe(400);
    const gone = await step(body.id, 'cancel', { reason: '样品未到' }, enterprise);
    expect(gone.body).toMatchObject({ status: 'CANCELLED', next: [] });
    expect(await free()).toEqual(['00:30', '01:30', '05:30', '06:30', '07:30']);
    expect((await enterprise.get(path.replace('2026-12-12', '2027-02-12'))).body.type).toBe('RESOURCE.BAD_FRAME');
  });

  it('are given back when the ticket they serve is cancelled', async () => {
    const item = anItem({ uscc: USCC });
    const [ticketId] = await routing.route(item);
    const { body } = await book('2026-12-14', '08:30', '09:30', { ticketId });
    expect(body).toMatchObject({ status: 'REQUESTED', ticketId });
    const stranger = await routing.service.as(anEnterprise('91370402XD0000001A'));
    expect((await book('2026-12-14', '10:30', '11:30', { ticketId }, stranger)).body.type).toBe(
      'BOOKING.TICKET_NOT_USABLE',
    );

    await routing.service.kafka.publishAll([cancelled(item)]);

    await eventually(async () => {
      const { body: now } = await enterprise.get(`${BOOKINGS}/${body.id}`);
      expect(now.status).toBe('CANCELLED');
      expect(now.history.at(-1)).toMatchObject({ reason: expect.any(String) });
    });
    expect((await book('2026-12-14', '08:30', '09:30', { ticketId })).body.type).toBe('BOOKING.TICKET_NOT_USABLE');
  });

  it('are put on offer and taken back by the people of their owner', async () => {
    const offer = {
      no: 'ORG005-T-1',
      kind: 'BENCH',
      nameZh: '温度试验箱',
      nameEn: 'Climatic chamber',
      nodeCode: 'HUB-370400',
      location: '实验楼 201',
      capability: '-70~150 ℃',
      serviceCodes: ['MET-003'],
      feeFen: 10_000,
      feePer: 'HOUR',
      calibratedUntil: '2027-01-31',
      windows: [{ start: '00:00', end: '24:00' }],
      slotMinutes: 60,
    };
    const made = await technician.post(RESOURCES, offer);
    expect(made).toMatchObject({ status: 201, body: { ownerId: 'ORG005', status: 'IDLE', demo: false, version: 1 } });
    const { id } = made.body;
    const codes = async (...answers: ReturnType<HttpClient['post']>[]) =>
      (await Promise.all(answers)).map(({ status, body }) => `${status} ${body.type}`);
    const shut = [{ start: '10:00', end: '09:00' }];
    const other = { ...offer, no: 'ORG005-T-2' };
    expect(
      await codes(
        technician.post(RESOURCES, offer),
        technician.post(RESOURCES, { ...other, windows: shut }),
        technician.post(RESOURCES, { ...other, calibratedUntil: '2027-02-30' }),
        technician.post(RESOURCES, { ...other, ownerId: 'ORG006' }),
        enterprise.post(RESOURCES, other),
      ),
    ).toEqual([
      '409 RESOURCE.NUMBER_TAKEN',
      '422 RESOURCE.BAD_WINDOWS',
      '422 DATE.INVALID',
      '403 ACCESS.OUT_OF_REACH',
      expect.stringMatching(/^403 /),
    ]);

    const booking = await book('2026-12-15', '08:00', '10:00', { resourceId: id });
    expect(booking).toMatchObject({ status: 201, body: { feeFen: 20_000 } });
    const repair = await technician.post(`${RESOURCES}/${id}/revise`, { state: 'MAINTENANCE' }, { 'if-match': '"1"' });
    expect(repair.body).toMatchObject({ status: 'MAINTENANCE', version: 2, calibratedUntil: '2027-01-31' });
    expect((await step(booking.body.id, 'confirm')).body.type).toBe('RESOURCE.OUT_OF_SERVICE');
    expect((await book('2026-12-16', '08:00', '10:00', { resourceId: id })).body.type).toBe('RESOURCE.OUT_OF_SERVICE');
    expect((await technician.post(`${RESOURCES}/${id}/revise`, {}, { 'if-match': '"1"' })).status).toBe(412);
    await technician.post(`${RESOURCES}/${id}/revise`, { state: 'IN_SERVICE', calibratedUntil: '2026-12-14' });
    expect((await step(booking.body.id, 'confirm')).body.type).toBe('RESOURCE.CALIBRATION_ENDS');
  });

  it('wait for nobody in production, where none are made up', async () => {
    const production = await TestRouting.start({ settings: { mode: 'production' } });
    try {
      expect(await production.service.query('SELECT count(*)::int AS n FROM shared_resource')).toEqual([{ n: 0 }]);
    } finally {
      await production.stop();
    }
  });
});

import { TOPICS } from '@nqi/contracts';
import { FixedClock, shanghaiInstant } from '@nqi/kernel';
import { anEnterprise, eventually, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { DueReferrals } from '../src/referrals/due-referrals.repository.js';
import { DueBookings } from '../src/resources/due-bookings.repository.js';
import { DueCalibrations } from '../src/resources/due-calibrations.repository.js';
import { anItem } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { COUNTY, SHIZHONG, TestRouting } from './builders/service.js';

const REFERRALS = '/api/v1/network/referrals';
const BOOKINGS = '/api/v1/network/bookings';
const TUESDAY = shanghaiInstant('2026-11-24', '09:00');
const THURSDAY = shanghaiInstant('2026-11-26', '08:30');
const USCC = '91370481XD4164886N';

describe('what nobody does in time', () => {
  let clock: FixedClock;
  let routing: TestRouting;
  let owner: HttpClient;
  let partner: HttpClient;
  let enterprise: HttpClient;
  let technician: HttpClient;

  beforeEach(async () => {
    clock = new FixedClock(TUESDAY);
    routing = await TestRouting.start({ clock });
    await signIn();
  });
  afterEach(() => routing.stop());

  const signIn = async () => {
    owner = await routing.as(COUNTY);
    partner = await routing.as(SHIZHONG);
    enterprise = await routing.service.as(anEnterprise(USCC));
    technician = await routing.service.as(staffOfInstitution('ORG005', 'technician'));
  };
  /** Tokens do not outlive a day. */
  const itIs = async (time: Date) => {
    clock.set(time);
    await signIn();
  };
  const offers = async (count: number, candidates = ['WS-370402', 'HUB-370400']): Promise<string[]> => {
    const [ticketId] = await routing.route(anItem());
    await owner.post(`/api/v1/tickets/${ticketId}/accept`);
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const { body } = await owner.post(REFERRALS, { ticketId, purpose: '检定', limitDays: 1, candidates });
      await owner.post(`${REFERRALS}/${body.id}/offer`);
      ids.push(body.id);
    }
    return ids;
  };
  const steps = async (id: string): Promise<string[]> => {
    const { body } = await owner.get(`${REFERRALS}/${id}`);
    return body.history.map(({ step, office, reasonCode }: Record<string, string>) =>
      [step, office, reasonCode].filter(Boolean).join(' '),
    );
  };
  const book = async (by: HttpClient, no: string, start: string, end: string) => {
    const [row] = await routing.service.query<{ id: string }>('SELECT id FROM shared_resource WHERE no = $1', [no]);
    return by.post(BOOKINGS, { resourceId: row?.id, start, end, purpose: '试验' });
  };

  it('an offer lapses to the next office once, however many replicas look', async () => {
    const told = await routing.service.kafka.watch(TOPICS.referral.name);
    const ids = await offers(12);
    const replicas = await Promise.all([routing.service.replica(), routing.service.replica()]);
    try {
      await itIs(shanghaiInstant('2026-11-25', '17:30'));
      const rows = [routing.service.app, ...replicas.map(({ app }) => app)].map((app) => app.get(DueReferrals));
      await Promise.all(rows.flatMap((each) => [each.fireDue(clock.now(), 50), each.fireDue(clock.now(), 50)]));
      await eventually(async () => {
        const asked = await routing.service.query(`SELECT DISTINCT partner_code, version FROM referral`);
        expect(asked).toEqual([{ partner_code: 'HUB-370400', version: 4 }]);
      });

      expect((await steps(ids[0] as string)).slice(-2)).toEqual([
        'OFFER_DECLINED WS-370402 NO_ANSWER',
        'OFFERED HUB-370400',
      ]);
      const declined = () => told.filter(({ type }) => type.endsWith('ReferralDeclined'));
      await eventually(() => expect(declined()).toHaveLength(12));
      expect(declined()[0]?.content).toMatchObject({
        officePath: SHIZHONG,
        reasonCode: 'NO_ANSWER',
        referral: { ownerPath: COUNTY, partnerCode: 'HUB-370400', partnerPath: 'PROV-370000/HUB-370400' },
      });
      expect(told.filter(({ type }) => type.endsWith('ReferralOffered'))).toHaveLength(24);
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  }, 60_000);

  it('an answered offer stays where it is, and a late return is said twice and no more', async () => {
    const told = await routing.service.kafka.watch(TOPICS.referral.name);
    const [id] = (await offers(1)) as [string];
    await partner.post(`${REFERRALS}/${id}/accept`);
    await owner.post(`${REFERRALS}/${id}/dispatch`, { note: '样品' });
    await partner.post(`${REFERRALS}/${id}/receive`, { note: '完好' });

    for (const [day, month] of [
      ['25', 11],
      ['27', 11],
      ['30', 11],
      ['01', 12],
    ] as const) {
      await itIs(shanghaiInstant(`2026-${month}-${day}`, '18:00'));
      await routing.service.app.get(DueReferrals).fireDue(clock.now(), 10);
    }

    await eventually(async () =>
      expect((await steps(id)).slice(-2)).toEqual(['OVERDUE WS-370402', 'ESCALATED WS-370402']),
    );
    expect((await partner.post(`${REFERRALS}/${id}/return`, { note: '已完成' })).body).toMatchObject({ late: true });
    await owner.post(`${REFERRALS}/${id}/close`);
    await eventually(() =>
      expect(told.map(({ type }) => type.split('.').at(-1))).toEqual([
        'ReferralOffered',
        'ReferralAccepted',
        'ReferralDispatched',
        'ReferralReceived',
        'ReferralOverdue',
        'ReferralOverdue',
        'ReferralReturned',
        'ReferralClosed',
      ]),
    );
    expect(told.map(({ content }) => content.hubPath as string | undefined).filter(Boolean)).toEqual([
      'PROV-370000/HUB-370400',
    ]);
  });

  it('follows the due time of its ticket: a look that comes too early does nothing but look again later', async () => {
    const [id] = (await offers(1)) as [string];
    await routing.service.query(`UPDATE referral SET due_at = $1`, [TUESDAY]);
    await eventually(async () => {
      const [row] = await routing.service.query<{ due_at: Date }>(`SELECT due_at FROM referral`);
      expect(row?.due_at).toEqual(shanghaiInstant('2026-11-25', '17:30'));
    }, 10_000);
    expect(await steps(id)).toHaveLength(2);
  });

  it('a booking nobody answers lapses and its time is free; one nobody uses is a no-show', async () => {
    const told = await routing.service.kafka.watch(TOPICS.resource.name);
    const [monday, until] = ['2026-11-30T08:30:00+08:00', '2026-11-30T09:30:00+08:00'];
    const wish = await book(enterprise, 'RES-DEMO-003', monday, until);
    const promised = await book(enterprise, 'RES-DEMO-003', '2026-11-24T10:30:00+08:00', '2026-11-24T11:30:00+08:00');
    expect((await technician.post(`${BOOKINGS}/${promised.body.id}/confirm`)).body.dueAt).toBe(promised.body.end);

    await itIs(THURSDAY);
    await routing.service.app.get(DueBookings).fireDue(clock.now(), 50);

    const read = async (id: string) => (await enterprise.get(`${BOOKINGS}/${id}`)).body;
    await eventually(async () => expect((await read(wish.body.id)).status).toBe('LAPSED'));
    await eventually(async () => expect((await read(promised.body.id)).status).toBe('NO_SHOW'));
    expect((await read(wish.body.id)).history.at(-1)).toMatchObject({ status: 'LAPSED', actor: 'system' });
    expect((await technician.post(`${BOOKINGS}/${wish.body.id}/confirm`)).body.type).toBe('BOOKING.ILLEGAL_MOVE');
    expect((await book(enterprise, 'RES-DEMO-003', monday, until)).status).toBe(201);
    await eventually(() => {
      const news = told.map(({ type }) => type.split('.').at(-1)).filter((name) => name?.startsWith('Booking'));
      expect(news.sort()).toEqual([
        'BookingConfirmed',
        'BookingLapsed',
        'BookingNoShow',
        'BookingRequested',
        'BookingRequested',
        'BookingRequested',
      ]);
    });
  });

  it('tells of a calibration that ends, and bookers whom a shorter one leaves out, each once', async () => {
    const told = await routing.service.kafka.watch(TOPICS.resource.name);
    const ended = () => told.filter(({ type }) => type.endsWith('CalibrationEnded')).map(({ key }) => key);
    const unusable = () => told.filter(({ type }) => type.endsWith('BookingUnusable'));
    const [force] = await routing.service.query<{ id: string; version: number }>(
      `SELECT id, version FROM shared_resource WHERE no = 'RES-DEMO-003'`,
    );
    const wish = await book(enterprise, 'RES-DEMO-003', '2026-12-02T08:30:00+08:00', '2026-12-02T09:30:00+08:00');
    const revised = await technician.post(`/api/v1/network/resources/${force?.id}/revise`, {
      calibratedUntil: '2026-11-30',
    });
    expect(revised.status).toBe(200);
    await eventually(() => expect(unusable()).toHaveLength(1));
    expect(unusable()[0]?.content).toMatchObject({
      reasonCode: 'RESOURCE.CALIBRATION_ENDS',
      booking: { bookingId: wish.body.id, bookerId: USCC },
      resource: { ownerId: 'ORG005' },
    });

    await itIs(shanghaiInstant('2026-12-01', '00:00'));
    const rows = routing.service.app.get(DueCalibrations);
    await Promise.all([1, 2, 3].map(() => rows.fireDue(clock.now(), 50)));

    await eventually(() => expect(ended()).toContain(force?.id));
    const { body } = await technician.get(`/api/v1/network/resources/${force?.id}`);
    expect(body.status).toBe('CAL_OVERDUE');
    await rows.fireDue(clock.now(), 50);
    expect(ended().filter((key) => key === force?.id)).toHaveLength(1);
  });
});

describe('what nobody does in time, when a process dies at it', () => {
  it.each(['routing.referral-due-before-commit', 'routing.booking-due-before-commit'])(
    '%s',
    async (place) => {
      const clock = new FixedClock(TUESDAY);
      const routing = await TestRouting.start({ clock });
      const processes: RoutingProcess[] = [];
      try {
        const owner = await routing.as(COUNTY);
        const [ticketId] = await routing.route(anItem());
        await owner.post(`/api/v1/tickets/${ticketId}/accept`);
        const wish = { ticketId, purpose: '检定', limitDays: 1, candidates: ['WS-370402', 'HUB-370400'] };
        const { body } = await owner.post(REFERRALS, wish);
        await owner.post(`${REFERRALS}/${body.id}/offer`);
        const enterprise = await routing.service.as(anEnterprise(USCC));
        const [row] = await routing.service.query<{ id: string }>(
          `SELECT id FROM shared_resource WHERE no = 'RES-DEMO-003'`,
        );
        const times = { start: '2026-11-30T08:30:00+08:00', end: '2026-11-30T09:30:00+08:00' };
        await enterprise.post(BOOKINGS, { resourceId: row?.id, ...times, purpose: '试验' });
        await routing.service.down();
        // Both are long due for the processes to come, which live by the real clock.
        await routing.service.query(`UPDATE referral SET due_at = '2026-01-01', offered_at = '2026-01-05'`);
        await routing.service.query(`UPDATE booking SET due_at = '2026-01-01'`);

        const doomed = RoutingProcess.start(routing.service, place);
        processes.push(doomed);
        expect(await doomed.death()).toBe('SIGKILL');
        processes.push(RoutingProcess.start(routing.service));

        await eventually(async () => {
          const [referral] = await routing.service.query(
            `SELECT partner_code, version, (SELECT count(*)::int FROM referral_history) AS lines FROM referral`,
          );
          expect(referral).toEqual({ partner_code: 'HUB-370400', version: 4, lines: 4 });
          const [booking] = await routing.service.query(
            `SELECT status, version, (SELECT count(*)::int FROM booking_history) AS lines FROM booking`,
          );
          expect(booking).toEqual({ status: 'LAPSED', version: 2, lines: 2 });
        }, 40_000);
      } finally {
        for (const each of processes) await each.stop('SIGKILL');
        await routing.stop();
      }
    },
    90_000,
  );
});

import { randomUUID } from 'node:crypto';
import { type EventMessage } from '@nqi/contracts';
import { LIVE_UPDATES_CHANNEL, type LiveUpdate } from '@nqi/platform';
import {
  TestService,
  aPrincipal,
  anEnterprise,
  askAboutPerson,
  eventually,
  staffOf,
  staffOfInstitution,
  type HttpClient,
} from '@nqi/test-kit';
import { createClient } from 'redis';
import { definition } from '../src/definition.js';
import { INSTITUTION, OTHER_STATION, STATION, aMatter } from './events.js';

const INBOX = '/api/v1/notifications';

describe('inbox', () => {
  let service: TestService;
  let redis: ReturnType<typeof createClient>;
  const live: LiveUpdate[] = [];

  beforeAll(async () => {
    service = await TestService.start(definition);
    redis = createClient({ url: service.settings.redisUrl });
    await redis.connect();
    await redis.subscribe(LIVE_UPDATES_CHANNEL, (message) => live.push(JSON.parse(message) as LiveUpdate));
  });

  afterAll(async () => {
    redis.destroy();
    await service.stop();
  });

  afterEach(async () => {
    await service.query('TRUNCATE notification CASCADE');
    live.length = 0;
  });

  /** Publishes in order and waits until all are handled. */
  const happens = async (...messages: EventMessage[]): Promise<void> => {
    for (const message of messages) await service.kafka.publish(message);
    await eventually(async () => expect((await service.lag()).total).toBe(0));
  };
  const kindsOf = async (client: HttpClient, query = ''): Promise<string[]> =>
    (await client.get(`${INBOX}${query}`)).body.items.map(({ kind }: { kind: string }) => kind).reverse();

  it('forgets what a person has read when the person goes', async () => {
    const matter = aMatter();
    await happens(matter.rectified('open'));
    const person = { userId: randomUUID(), username: 'wang.fang' };
    const client = await service.as(staffOf(STATION, 'lead', person));
    await client.post(`${INBOX}/read-all`);
    const read = (said: Awaited<ReturnType<typeof askAboutPerson>>) =>
      said.find(({ what }) => what.en === 'Messages read');

    expect(read(await askAboutPerson(service, 'export', person))?.rows).toHaveLength(1);
    expect(read(await askAboutPerson(service, 'erasure', person))).toMatchObject({ removed: 1 });
    expect((await client.get(`${INBOX}?unread=true`)).body.items).toHaveLength(1);
  });

  it('tells office and enterprise of a bad rating on its way to being put right', async () => {
    const matter = aMatter();
    await happens(...['open', 'call-back', 'feed-back', 'dismiss'].map((step) => matter.rectified(step)));
    await happens(matter.rectified('uphold'), matter.rectificationOverdue);

    expect(await kindsOf(await service.as(staffOf(STATION, 'lead')))).toEqual([
      'rectification-opened',
      'rectification-appeal-dismissed',
      'rectification-appeal-upheld',
      'rectification-overdue',
    ]);
    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual([
      'rectification-fed-back',
      'rating-set-aside',
    ]);
    const { body } = await (await service.as(staffOf(STATION, 'lead'))).get(`${INBOX}?limit=1`);
    expect(body.items[0].body.en).toMatch(/^The limit \d{4}-\d\d-\d\d \d\d:\d\d has passed \(a bad rating\)\.$/);
  });

  it('tells the enterprise of a quote, office and institution of its answer, nobody of one that gave way', async () => {
    const matter = aMatter();
    await happens(matter.quoted, matter.quoteReminded, ...['ACCEPTED', 'DECLINED'].map(matter.quoteAnswered));
    await happens(...['EXPIRED', 'WITHDRAWN', 'REPLACED'].map(matter.quoteEnded));
    const office = await service.as(staffOf(STATION, 'lead'));
    const institution = await service.as(staffOfInstitution(INSTITUTION, 'technician'));

    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual([
      'quote-offered',
      'quote-reminder',
      'quote-expired',
      'quote-withdrawn',
    ]);
    expect((await kindsOf(office)).filter((kind) => kind.startsWith('quote'))).toEqual([
      'quote-accepted',
      'quote-declined',
      'quote-expired-unanswered',
    ]);
    expect((await kindsOf(institution)).filter((kind) => kind.startsWith('quote'))).toEqual([
      'quote-accepted-for-you',
      'quote-declined-for-you',
    ]);
  });

  it('tells the enterprise of its vouchers, and of the money whoever performed the work', async () => {
    const [matter, own] = [aMatter(), aMatter()];
    const order = { nodePath: STATION, institutionId: INSTITUTION };
    const steps = ['lock', 'use', 'apply', 'refuse', 'settle', 'expire', 'revoke'];
    await happens(matter.voucher('grant'), matter.voucherReminded, own.voucher('refuse', { nodePath: STATION }));
    await happens(...steps.map((step) => matter.voucher(step, order)));

    const told = async (who: Parameters<TestService['as']>[0]) =>
      (await kindsOf(await service.as(who))).filter((kind) => kind.includes('voucher')).join(' ');
    expect(await told(anEnterprise(matter.uscc))).toBe(
      'voucher-granted voucher-reminder your-voucher-settled voucher-expired voucher-revoked',
    );
    expect(await told(staffOfInstitution(INSTITUTION, 'technician'))).toBe('voucher-refused voucher-settled');
    expect(await told(staffOf(STATION, 'lead'))).toBe('voucher-refused-for-office');
  });

  it('tells of a rung of the ladder the office it speaks to, or the enterprise whose answer is waited for', async () => {
    const matter = aMatter();
    await happens(matter.lifted, matter.reminded, matter.askedToChoose);

    const hub = await service.as(staffOf('PROV-370000/HUB-370400', 'lead'));
    expect(await kindsOf(hub)).toEqual(['ticket-escalated']);
    expect(await kindsOf(await service.as(staffOf(STATION, 'lead')))).not.toContain('ticket-escalated');
    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual(['return-reminder', 'choice-reminder']);
  });

  it('tells the enterprise of its request from filing to completion', async () => {
    const matter = aMatter();
    await happens(matter.filed);
    await happens(matter.routed, matter.returned, matter.accepted, matter.assigned);
    await happens(matter.advanced, matter.issued, matter.jobCompleted);
    await happens(matter.completed);
    const enterprise = await service.as(anEnterprise(matter.uscc));

    const { status, body } = await enterprise.get(INBOX);

    expect(status).toBe(200);
    expect(body.unreadCount).toBe(5);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'request-completed',
      'deliverable-issued',
      'ticket-accepted',
      'ticket-returned',
      'request-filed',
    ]);
    expect(body.items[3]).toEqual({
      id: expect.any(String),
      kind: 'ticket-returned',
      title: { zh: '申请 ZZ-JL-20261124-000001 需要补正', en: 'Request ZZ-JL-20261124-000001 needs correction' },
      body: {
        zh: '“强制检定”需要补正：缺少器具清单；电话有误',
        en: '“Mandatory verification” needs correction: 缺少器具清单; 电话有误',
      },
      subjectType: 'request',
      subjectId: matter.requestId,
      domain: 'metrology',
      createdAt: expect.stringMatching(/Z$/),
    });
    expect(body.items[1].body.zh).toBe('编号 ZZ-JL-20261124-000009。结论：合格。可在申请页面下载，并凭编号验真。');
  });

  it('tells the station of its tickets, and no other office, neither above nor below', async () => {
    const matter = aMatter();
    await happens(matter.routed, matter.urged, matter.atRisk, matter.breached);
    await happens(matter.jobCompleted);
    const told = ['ticket-routed', 'ticket-urged', 'ticket-at-risk', 'ticket-breached', 'job-completed'];

    expect(await kindsOf(await service.as(staffOf(STATION)))).toEqual(told);
    expect(await kindsOf(await service.as(staffOf(STATION, 'lead')))).toEqual(told);
    for (const path of ['PROV-370000/HUB-370400', `${STATION}/WS-370481901`, OTHER_STATION]) {
      expect(await kindsOf(await service.as(staffOf(path)))).toEqual([]);
    }
    const { body } = await (await service.as(staffOf(STATION))).get(INBOX);
    expect(body.items.map(({ title, body: text }: { title: object; body: object }) => [title, text])).toEqual([
      [expect.objectContaining({ zh: '任务 JB-JL-20261124-000001 已完成' }), expect.anything()],
      [
        expect.objectContaining({ zh: '工单 TK-JL-20261124-000001 已超时' }),
        expect.objectContaining({ zh: '滕州演示机床厂“强制检定”的办结时限 2026-11-25 17:30 已过。' }),
      ],
      [expect.anything(), expect.objectContaining({ zh: expect.stringContaining('的受理时限为 2026-11-25 17:30') })],
      [expect.objectContaining({ zh: '企业催办工单 TK-JL-20261124-000001' }), expect.anything()],
      [expect.objectContaining({ zh: '【加急】新工单 TK-JL-20261124-000001' }), expect.anything()],
    ]);
  });

  it('tells the station that a ticket is transferred to', async () => {
    const matter = aMatter();
    await happens(matter.routed, matter.transferred);

    expect(await kindsOf(await service.as(staffOf(OTHER_STATION)))).toEqual(['ticket-transferred-in']);
    expect(await kindsOf(await service.as(staffOf(STATION)))).toEqual(['ticket-routed']);
  });

  it('tells the institution of a ticket that was accepted for it, and of none that was not', async () => {
    const technician = await service.as(staffOfInstitution(INSTITUTION, 'technician'));
    await happens(aMatter().acceptedWithoutInstitution);
    expect(await kindsOf(technician)).toEqual([]);

    const matter = aMatter();
    await happens(matter.accepted);

    expect((await technician.get(INBOX)).body.items).toEqual([
      expect.objectContaining({ kind: 'ticket-accepted-for-you', subjectType: 'ticket', subjectId: matter.ticketId }),
    ]);
  });

  it('tells the enterprise that an item was given up, and that its request was withdrawn', async () => {
    const matter = aMatter();
    await happens(matter.forgone);
    await happens(matter.cancelled);

    expect((await (await service.as(anEnterprise(matter.uscc))).get(INBOX)).body.items).toMatchObject([
      { kind: 'request-cancelled', body: { zh: '原因：不再需要' } },
      { kind: 'item-forgone', title: { zh: '申请 ZZ-JL-20261124-000001 的“强制性产品认证”不再办理' } },
    ]);
  });

  it('tells of an event once, however often it is delivered', async () => {
    const matter = aMatter();
    const eventId = randomUUID();
    for (let i = 0; i < 3; i += 1) await service.kafka.publish(matter.filed, eventId);
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual(['request-filed']);
    await eventually(() => expect(live.filter(({ id }) => id === matter.requestId)).toHaveLength(1));
    expect(live.filter(({ subject }) => subject === 'notification')).toHaveLength(1);
  });

  it('tells of an event once also when its receipt was lost', async () => {
    const matter = aMatter();
    const eventId = await service.kafka.publish(matter.filed);
    await eventually(async () => expect((await service.lag()).total).toBe(0));
    await service.query('DELETE FROM inbox WHERE event_id = $1', [eventId]);
    await service.kafka.publish(matter.filed, eventId);
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual(['request-filed']);
  });

  it('tells what happened while the service was down', async () => {
    const matter = aMatter();
    await service.down();
    await service.kafka.publish(matter.filed);
    await service.up();
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual(['request-filed']);
  });

  it('lays an event aside that lacks what its contract promises, and goes on with the next', async () => {
    const [broken, sound] = [aMatter(), aMatter()];
    await happens(broken.breachedWithoutTime, broken.accepted, sound.routed);

    expect(await service.deadLetters()).toEqual([expect.objectContaining({ error_code: 'EVENT.INCOMPLETE' })]);
    expect(await kindsOf(await service.as(anEnterprise(broken.uscc)))).toEqual(['ticket-accepted']);
    expect(await kindsOf(await service.as(staffOf(STATION)))).toEqual(['ticket-routed']);
    await service.query('DELETE FROM dead_letter');
  });

  describe('open pages', () => {
    const seen = (ids: string[]) =>
      live
        .filter(({ id, subject }) => ids.includes(id) || subject === 'notification')
        .map(({ audience, subject, cause }) => [audience.organizationId ?? audience.nodePath, subject, cause]);

    it('hear of every step, whether somebody is told of it or not', async () => {
      const matter = aMatter();
      await happens(matter.assigned);

      await eventually(() =>
        expect(seen([matter.requestId, matter.ticketId])).toEqual([
          [matter.uscc, 'request', 'nqi.routing.v1.TicketAssigned'],
          [STATION, 'ticket', 'nqi.routing.v1.TicketAssigned'],
        ]),
      );
    });

    it('hear of new notifications by the inbox they are in', async () => {
      const matter = aMatter();
      await happens(matter.accepted);

      await eventually(() =>
        expect(seen([matter.requestId, matter.ticketId])).toEqual([
          [matter.uscc, 'notification', 'nqi.routing.v1.TicketAccepted'],
          [INSTITUTION, 'notification', 'nqi.routing.v1.TicketAccepted'],
          [matter.uscc, 'request', 'nqi.routing.v1.TicketAccepted'],
          [STATION, 'ticket', 'nqi.routing.v1.TicketAccepted'],
        ]),
      );
    });

    it('of both stations hear of a transfer, of institution and station of a job', async () => {
      const matter = aMatter();
      await happens(matter.transferred);
      await happens(matter.advanced);

      await eventually(() =>
        expect(seen([matter.ticketId, matter.jobId]).filter(([, subject]) => subject !== 'notification')).toEqual([
          [OTHER_STATION, 'ticket', 'nqi.routing.v1.TicketTransferred'],
          [STATION, 'ticket', 'nqi.routing.v1.TicketTransferred'],
          [STATION, 'ticket', 'nqi.work.v1.JobAdvanced'],
          [STATION, 'job', 'nqi.work.v1.JobAdvanced'],
          [INSTITUTION, 'job', 'nqi.work.v1.JobAdvanced'],
        ]),
      );
    });
  });

  describe('reading', () => {
    it('is personal: a colleague still has it unread', async () => {
      const matter = aMatter();
      await happens(matter.routed, matter.atRisk);
      const [anna, bert] = [await service.as(staffOf(STATION)), await service.as(staffOf(STATION))];
      const [newest] = (await anna.get(INBOX)).body.items;

      const answers = [await anna.post(`${INBOX}/${newest.id}/read`), await anna.post(`${INBOX}/${newest.id}/read`)];

      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
      expect((await anna.get(INBOX)).body).toMatchObject({
        unreadCount: 1,
        items: [{ kind: 'ticket-at-risk', readAt: expect.any(String) }, { kind: 'ticket-routed' }],
      });
      expect(await kindsOf(anna, '?unread=true')).toEqual(['ticket-routed']);
      expect((await anna.get(`${INBOX}/unread-count`)).body).toEqual({ unreadCount: 1 });
      expect((await bert.get(`${INBOX}/unread-count`)).body).toEqual({ unreadCount: 2 });
    });

    it('can be done with all at once', async () => {
      const matter = aMatter();
      await happens(matter.routed, matter.atRisk, matter.breached);
      const [anna, bert] = [await service.as(staffOf(STATION)), await service.as(staffOf(STATION))];

      expect((await anna.post(`${INBOX}/read-all`)).status).toBe(204);
      expect((await anna.post(`${INBOX}/read-all`)).status).toBe(204);

      expect((await anna.get(`${INBOX}?unread=true`)).body).toEqual({ items: [], unreadCount: 0 });
      expect((await bert.get(INBOX)).body.unreadCount).toBe(3);
    });

    it('is refused for another inbox, as if the notification were not there', async () => {
      const matter = aMatter();
      await happens(matter.filed);
      const [own] = (await (await service.as(anEnterprise(matter.uscc))).get(INBOX)).body.items;
      const stranger = await service.as(anEnterprise('91370481MA3ABCD159'));

      const answer = await stranger.post(`${INBOX}/${own.id}/read`);

      expect([answer.status, answer.body.type]).toEqual([404, 'NOTIFICATION.UNKNOWN']);
      expect((await stranger.get(INBOX)).body).toEqual({ items: [], unreadCount: 0 });
      expect(await service.query('SELECT * FROM notification_read')).toEqual([]);
      expect((await stranger.post(`${INBOX}/not-an-id/read`)).status).toBe(400);
    });

    it('goes page by page, newest first', async () => {
      const matter = aMatter();
      await service.kafka.publishAll(Array.from({ length: 7 }, () => matter.atRisk));
      await eventually(async () => expect((await service.lag()).total).toBe(0));
      const clerk = await service.as(staffOf(STATION));
      const all = (await clerk.get(INBOX)).body.items.map(({ id }: { id: string }) => id);

      const pages: string[][] = [];
      let cursor = '';
      do {
        const { body } = await clerk.get(`${INBOX}?limit=3${cursor}`);
        pages.push(body.items.map(({ id }: { id: string }) => id));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);

      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
      expect(pages.flat()).toEqual(all);
      expect([...all].sort().reverse()).toEqual(all);
      expect((await clerk.get(`${INBOX}?cursor=rubbish`)).body.type).toBe('PAGE.BAD_CURSOR');
      const forged = Buffer.from('["not-an-id"]').toString('base64url');
      expect((await clerk.get(`${INBOX}?cursor=${forged}`)).body.type).toBe('PAGE.BAD_CURSOR');
    });

    it('needs somebody who is signed in', async () => {
      expect((await (await service.as()).get(INBOX)).status).toBe(401);
      const token = await service.token(aPrincipal({ roles: ['auditor'] }), -1);
      expect((await (await service.as()).get(INBOX, { authorization: `Bearer ${token}` })).body.type).toBe(
        'AUTH.EXPIRED',
      );
    });
  });

  it('loses nothing but haste when Redis is away', async () => {
    const matter = aMatter();
    await redis.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
    await happens(matter.filed);

    expect(await kindsOf(await service.as(anEnterprise(matter.uscc)))).toEqual(['request-filed']);
  });
});

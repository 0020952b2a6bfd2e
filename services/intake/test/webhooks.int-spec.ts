import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@nqi/kernel';
import { isSigned } from '@nqi/platform';
import { TestService, anEnterprise, eventually, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { AJob, ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { IntakeProcess } from './builders/intake-process.js';
import { OWN, clerk, owner, stranger } from './builders/offices.js';
import { Receiver } from './builders/receiver.js';

const HOOKS = '/api/v1/webhooks';
const ALL = ['request.filed', 'request.accepted', 'request.returned', 'request.completed', 'deliverable.issued'];
const HOUR = 3_600_000;

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'nqi-webhooks-'));
  process.env['CONNECTION_KEY_FILE'] = join(home, 'connection-keys.json');
});
afterAll(async () => {
  delete process.env['CONNECTION_KEY_FILE'];
  await rm(home, { recursive: true, force: true });
});

describe("An enterprise's own system", () => {
  const clock = new FixedClock(new Date());
  let service: TestService;
  let enterprise: HttpClient;
  let receiver: Receiver;
  let hook: { id: string; secret: string };

  beforeAll(async () => {
    service = await TestService.start(definition, { clock });
  });
  afterAll(() => service?.stop());

  beforeEach(async () => {
    enterprise = await service.as(owner);
    receiver = await new Receiver().up();
    const made = await enterprise.post(HOOKS, { url: receiver.url, events: ALL });
    expect(made.status).toBe(201);
    hook = made.body;
  });
  afterEach(async () => {
    await enterprise.send('DELETE', `${HOOKS}/${hook.id}`, undefined, {});
    await receiver.down();
  });

  /** Tokens grow old with the clock. */
  async function later(ms: number): Promise<void> {
    clock.advance(ms);
    enterprise = await service.as(owner);
  }

  async function filed(): Promise<{ id: string; item: { requestId: string; itemId: string } }> {
    const { body } = await enterprise.post('/api/v1/requests', aFiling());
    return { id: body.id, item: { requestId: body.id, itemId: body.items[0].id } };
  }

  const logOf = async (state?: string) =>
    (await enterprise.get(`${HOOKS}/${hook.id}/deliveries${state ? `?state=${state}` : ''}`)).body.items;

  it('hears what becomes of a request, in order and signed, and of nobody else’s', async () => {
    const { id, item } = await filed();
    await (await service.as(stranger)).post('/api/v1/requests', aFiling());
    const [ticket, job] = [new ATicket(item), new AJob(item)];
    await service.kafka.publishAll([ticket.routed(), ticket.accepted(), ticket.returned(3, '图纸'), ticket.resumed(4)]);
    await eventually(() => expect(receiver.types(id)).toEqual(ALL.slice(0, 3)));
    await service.kafka.publishAll([job.issued()]);
    await eventually(() => expect(receiver.types(id)).toHaveLength(4));
    await service.kafka.publishAll([ticket.resolved(5)]);

    await eventually(() => {
      expect(receiver.types(id)).toEqual([
        'request.filed',
        'request.accepted',
        'request.returned',
        'deliverable.issued',
        'request.completed',
      ]);
    });
    expect(receiver.received).toHaveLength(5);
    for (const { headers, text } of receiver.received)
      expect(isSigned([hook.secret], headers, text, clock.now())).toBe(true);
    expect(receiver.received[3]?.body.data).toMatchObject({ number: 'JL-2026-000001', itemId: item.itemId });
    await eventually(async () => expect((await logOf('DELIVERED')).length).toBe(5));
  });

  it('is tried again when it fails; what comes later of the same request waits, another request does not', async () => {
    receiver.answers = [500, 500, 200];
    const first = await filed();
    await eventually(() => expect(receiver.received).toHaveLength(1));
    const ticket = new ATicket(first.item);
    await service.kafka.publishAll([ticket.routed(), ticket.accepted()]);
    await eventually(async () => expect(await logOf('WAITING')).toHaveLength(2));
    expect(receiver.types()).toEqual(['request.filed']);

    await later(6_000);
    await eventually(() => expect(receiver.received).toHaveLength(2));
    const second = await filed();
    await eventually(() => expect(receiver.types(second.id)).toEqual(['request.filed']));
    await later(60_000);

    await eventually(() => {
      expect(receiver.types(first.id)).toEqual([...Array<string>(3).fill('request.filed'), 'request.accepted']);
    });
    const ids = receiver.received.filter(
      ({ body }) => body.type === 'request.filed' && body.data['requestId'] === first.id,
    );
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    const log = await enterprise.get(`${HOOKS}/${hook.id}/deliveries/${ids[0]?.id}`);
    await eventually(async () =>
      expect((await enterprise.get(`${HOOKS}/${hook.id}/deliveries/${ids[0]?.id}`)).body.log).toMatchObject([
        { status: 500 },
        { status: 500 },
        { status: 200, told: 'thanks' },
      ]),
    );
    expect(log.status).toBe(200);
  });

  it('that is down for a day has its news parked, and may have them sent again', async () => {
    await receiver.down();
    const { id } = await filed();
    await eventually(async () => expect((await logOf())[0]).toMatchObject({ attempts: 1, state: 'WAITING' }));
    while ((await logOf('PARKED')).length === 0) {
      const [before] = await logOf();
      await later(6 * HOUR);
      await eventually(async () => expect((await logOf())[0].attempts).toBeGreaterThan(before.attempts));
    }
    await eventually(async () => expect(await logOf('PARKED')).toHaveLength(1));

    await receiver.up();
    const [parked] = await logOf('PARKED');
    const again = await enterprise.post(`${HOOKS}/${hook.id}/deliveries/${parked.id}/replay`);
    expect(again.status).toBe(204);

    await eventually(() => expect(receiver.types(id)).toEqual(['request.filed']));
    expect(receiver.received[0]?.id).toBe(parked.id);
    await eventually(async () => expect(await logOf('DELIVERED')).toHaveLength(1));
  });

  it('that is slow holds nobody up', async () => {
    const other = await service.as(stranger);
    const quick = await new Receiver().up();
    const made = await other.post(HOOKS, { url: quick.url, events: ['request.filed'] });
    receiver.slowMs = 6_000;
    await Promise.all(Array.from({ length: 8 }, filed));
    const { body } = await other.post('/api/v1/requests', aFiling());

    await eventually(() => expect(quick.types(body.id)).toEqual(['request.filed']), 4_000);
    await other.send('DELETE', `${HOOKS}/${made.body.id}`, undefined, {});
    await quick.down();
  });

  it('is not followed where it redirects to', async () => {
    const elsewhere = await new Receiver().up();
    Object.assign(receiver, { answers: [307], location: elsewhere.url });
    await filed();

    await eventually(async () => expect((await logOf())[0]?.attempts).toBe(1));
    await eventually(() => expect(receiver.received).toHaveLength(1));
    expect(elsewhere.received).toEqual([]);
    await elsewhere.down();
  });

  it('knows messages by both secrets for a day after a rotation', async () => {
    const rotated = await enterprise.post(`${HOOKS}/${hook.id}/secret`, {}, { 'if-match': '"1"' });
    expect(rotated.body.secret).not.toBe(hook.secret);
    expect((await enterprise.post(`${HOOKS}/${hook.id}/secret`, {}, { 'if-match': '"1"' })).status).toBe(412);
    const signedBy = (secret: string, nth: number) => {
      const { headers, text } = receiver.received[nth]!;
      return isSigned([secret], headers, text, clock.now());
    };
    await enterprise.post(`${HOOKS}/${hook.id}/test`);
    await eventually(() => expect(receiver.received).toHaveLength(1));
    expect([signedBy(hook.secret, 0), signedBy(rotated.body.secret, 0)]).toEqual([true, true]);

    await later(25 * HOUR);
    await enterprise.post(`${HOOKS}/${hook.id}/test`);
    await eventually(() => expect(receiver.received).toHaveLength(2));
    expect([signedBy(hook.secret, 1), signedBy(rotated.body.secret, 1)]).toEqual([false, true]);
  });

  it.each([
    ['http://example.com/', 'WEBHOOK.BAD_URL'],
    ['ftp://example.com/', 'WEBHOOK.BAD_URL'],
    ['https://user:pass@example.com/', 'WEBHOOK.BAD_URL'],
    ['https://169.254.169.254/latest', 'WEBHOOK.ADDRESS_REFUSED'],
    ['https://10.0.0.7/', 'WEBHOOK.ADDRESS_REFUSED'],
    ['https://[fd00::1]/', 'WEBHOOK.ADDRESS_REFUSED'],
    ['https://0xa9fea9fe/', 'WEBHOOK.ADDRESS_REFUSED'],
  ])('is not %s', async (url, code) => {
    const answer = await enterprise.post(HOOKS, { url, events: ['request.filed'] });
    expect(answer.status).toBe(422);
    expect(answer.body.type).toContain(code);
    expect(answer.body.errors).toMatchObject([{ pointer: '/url' }]);
  });

  it('is kept by the owner alone, its secret told once and stored sealed', async () => {
    const key = { 'idempotency-key': 'hook-1' };
    const wish = { url: receiver.url, events: ['request.filed'] };
    const first = await enterprise.post(HOOKS, wish, key);
    const again = await enterprise.post(HOOKS, wish, key);
    expect(again.body).toEqual({ id: first.body.id });
    const stored = await service.query<{ secret: string }>('SELECT secret FROM webhook');
    expect(stored.every(({ secret }) => secret.startsWith('enc:'))).toBe(true);
    const kept = JSON.stringify(await service.query('SELECT reply FROM idempotency_key'));
    expect(kept).not.toContain('whsec_');

    const member = await service.as(anEnterprise(OWN.uscc, { roles: ['enterprise_member'] }));
    expect((await member.get(HOOKS)).status).toBe(403);
    expect((await (await service.as(clerk)).get(HOOKS)).status).toBe(403);
    const other = await service.as(stranger);
    for (const path of [hook.id, `${hook.id}/deliveries`])
      expect((await other.get(`${HOOKS}/${path}`)).status).toBe(404);
    expect((await other.send('DELETE', `${HOOKS}/${hook.id}`, undefined, {})).status).toBe(404);
    await enterprise.send('DELETE', `${HOOKS}/${first.body.id}`, undefined, {});
  });

  it('gets each delivery from one sender, over two replicas', async () => {
    const replica = await service.replica();
    receiver.slowMs = 50;
    await Promise.all(Array.from({ length: 30 }, filed));
    await eventually(async () => expect(await logOf('DELIVERED')).toHaveLength(30), 20_000);
    await replica.stop();

    expect(receiver.received).toHaveLength(30);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(30);
  });
});

describe('A process that dies between sending and noting it', () => {
  let service: TestService;
  let receiver: Receiver;
  const processes: IntakeProcess[] = [];

  beforeEach(async () => {
    service = await TestService.start(definition, { start: false });
    receiver = await new Receiver().up();
  });
  afterEach(async () => {
    await Promise.all(processes.map((process) => process.stop()));
    await receiver?.down();
    await service?.stop();
  });

  it('leaves the delivery to its successor, which sends it again under the same id', async () => {
    const first = await IntakeProcess.start(service, 'outbound.after-send');
    processes.push(first);
    await first.http.post(HOOKS, { url: receiver.url, events: ALL });
    await first.http.post('/api/v1/requests', aFiling()).catch(() => undefined);
    expect(await first.death()).toBe('SIGKILL');
    const lapsed = `UPDATE outbound_delivery SET next_attempt_at = now() WHERE claim IS NOT NULL RETURNING id`;
    expect(await service.query(lapsed)).toHaveLength(1);
    processes.push(await IntakeProcess.start(service));

    await eventually(() => expect(receiver.received).toHaveLength(2));
    expect(receiver.received[0]?.id).toBe(receiver.received[1]?.id);
    expect(receiver.received[0]?.text).toBe(receiver.received[1]?.text);
    await eventually(async () =>
      expect(await service.query('SELECT state, attempts FROM outbound_delivery')).toEqual([
        { state: 'DELIVERED', attempts: 2 },
      ]),
    );
  });
});

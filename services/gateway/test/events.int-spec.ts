import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startRedis } from '@nqi/local-stack';
import { LIVE_UPDATES_CHANNEL, type LiveUpdate, type Principal } from '@nqi/platform';
import { anEnterprise, eventually, staffOf } from '@nqi/test-kit';
import { createClient } from 'redis';
import { EventReader } from './support/event-reader.js';
import { TestGateway } from './support/test-gateway.js';

const HUB = 'PROV-370000/HUB-370400';
const TENGZHOU = `${HUB}/WS-370481`;

describe('the stream of events', () => {
  let home: string;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let publisher: ReturnType<typeof createClient>;
  let gateway: TestGateway;
  const readers: EventReader[] = [];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'nqi-redis-'));
    redis = await startRedis({ home });
    publisher = createClient({ url: redis.url });
    publisher.on('error', () => undefined);
    await publisher.connect();
    gateway = await TestGateway.start({ REDIS_URL: redis.url, EVENT_HEARTBEAT_SECONDS: '1' });
    await eventually(async () => expect(await publisher.publish(LIVE_UPDATES_CHANNEL, '{}')).toBe(1));
  });

  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
  });

  afterAll(async () => {
    await gateway?.stop();
    publisher?.destroy();
    await redis?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const listen = async (who: Principal, headers: Record<string, string> = {}, seconds?: number) => {
    const reader = await EventReader.open(gateway.url, await gateway.tokens.sign(who, seconds), headers);
    readers.push(reader);
    return reader;
  };
  const tell = (update: Partial<LiveUpdate>) =>
    publisher.publish(LIVE_UPDATES_CHANNEL, JSON.stringify({ subject: 'ticket', id: 't1', cause: 'x', ...update }));
  const idsOf = (reader: EventReader) => reader.messages.map(({ data }) => (data as { id: string }).id);

  it('tells the office and those above it of a ticket, and no other office and no enterprise', async () => {
    const [clerk, dispatcher, neighbour, enterprise] = await Promise.all([
      listen(staffOf(TENGZHOU)),
      listen(staffOf(HUB, 'dispatcher')),
      listen(staffOf(`${HUB}/WS-370402`)),
      listen(anEnterprise('USCC-1')),
    ]);

    await tell({ audience: { nodePath: TENGZHOU }, cause: 'nqi.routing.v1.TicketRouted' });
    await tell({ audience: { organizationId: 'USCC-1' }, subject: 'request', id: 'r1' });

    await eventually(() => expect(idsOf(enterprise)).toEqual(['r1']));
    await eventually(() => expect(idsOf(clerk)).toEqual(['t1']));
    await eventually(() => expect(idsOf(dispatcher)).toEqual(['t1']));
    expect(neighbour.messages).toEqual([]);
    expect(clerk.messages[0]).toMatchObject({
      id: expect.stringMatching(/-\d+$/),
      data: { subject: 'ticket', id: 't1', cause: 'nqi.routing.v1.TicketRouted' },
    });
    expect(JSON.stringify(clerk.messages)).not.toContain('audience');
  });

  it('is a stream that proxies leave alone, with a hint when to come back and a beating heart', async () => {
    const reader = await listen(staffOf(TENGZHOU));

    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('cache-control')).toBe('no-store');
    expect(reader.response.headers.get('x-accel-buffering')).toBe('no');
    expect(reader.response.headers.get('x-content-type-options')).toBe('nosniff');
    await eventually(() => expect(reader.comments.length).toBeGreaterThan(1));
    expect(reader.retry).toBe(3_000);
  });

  it('tells a browser that comes back what it missed', async () => {
    const first = await listen(staffOf(TENGZHOU));
    await tell({ audience: { nodePath: TENGZHOU }, id: 'before' });
    await eventually(() => expect(idsOf(first)).toEqual(['before']));
    first.close();
    await tell({ audience: { nodePath: TENGZHOU }, id: 'meanwhile' });
    await tell({ audience: { nodePath: `${HUB}/WS-370402` }, id: 'foreign' });

    const again = await listen(staffOf(TENGZHOU), { 'last-event-id': first.messages[0]?.id ?? '' });
    const stranger = await listen(staffOf(TENGZHOU), { 'last-event-id': 'another-replica-7' });

    await eventually(() => expect(idsOf(again)).toEqual(['meanwhile']));
    await eventually(() => expect(stranger.messages).toMatchObject([{ event: 'resync' }]));
  });

  it('overlooks noise on the channel', async () => {
    const reader = await listen(staffOf(TENGZHOU));
    await publisher.publish(LIVE_UPDATES_CHANNEL, 'not json');
    await tell({ audience: { nodePath: TENGZHOU }, id: 'good' });

    await eventually(() => expect(idsOf(reader)).toEqual(['good']));
  });

  it('ends when the access token expires', async () => {
    const reader = await listen(staffOf(TENGZHOU), {}, 2);

    expect(reader.ended).toBe(false);
    await eventually(() => expect(reader.ended).toBe(true));
  });

  it('drops a client that does not read, and goes on for the others', async () => {
    const token = await gateway.tokens.sign(staffOf(TENGZHOU));
    const { hostname, port } = new URL(gateway.url);
    const slow = connect(Number(port), hostname);
    slow.write(`GET /api/v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`);
    await new Promise((resolve) => slow.once('readable', resolve));
    slow.on('error', () => undefined);
    const reader = await listen(staffOf(TENGZHOU));

    const cause = 'x'.repeat(30_000);
    for (let sent = 1; sent <= 400; sent += 1) {
      await tell({ audience: { nodePath: TENGZHOU }, id: `t${sent}`, cause });
      while (reader.messages.length < sent) await nextTurn();
    }

    const cut = new Promise<void>((resolve) => slow.once('close', () => resolve()));
    slow.resume();
    await cut;
    expect(slow.bytesRead).toBeLessThan(400 * 30_000);
    expect(reader.ended).toBe(false);
  });

  it('asks for a fresh look after Redis was away, since something may have been missed', async () => {
    const reader = await listen(staffOf(TENGZHOU));
    await redis.stop();
    redis = await startRedis({ home });

    await eventually(() => expect(reader.messages).toMatchObject([{ event: 'resync' }]));
    await eventually(async () => expect(await publisher.publish(LIVE_UPDATES_CHANNEL, '{}')).toBe(1));
    await tell({ audience: { nodePath: TENGZHOU }, id: 'after' });
    await eventually(() => expect(idsOf(reader).at(-1)).toBe('after'));
  });

  it('ends all streams when the gateway stops, which then does not hang', async () => {
    const own = await TestGateway.start({ REDIS_URL: redis.url });
    const reader = await EventReader.open(own.url, await own.tokens.sign(staffOf(TENGZHOU)));
    const started = performance.now();
    const code = await own.end();

    expect(code).toBe(0);
    expect(performance.now() - started).toBeLessThan(3_000);
    await eventually(() => expect(reader.ended).toBe(true));
    await own.stop();
  });
});

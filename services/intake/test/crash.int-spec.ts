import { TOPICS } from '@nqi/contracts';
import { TestService, eventually, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { IntakeProcess } from './builders/intake-process.js';

const KEY = { 'idempotency-key': 'crash-1' };

describe('A process that dies', () => {
  let service: TestService;
  let events: readonly SeenEvent[];
  const processes: IntakeProcess[] = [];

  beforeEach(async () => {
    service = await TestService.start(definition, { start: false });
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterEach(async () => {
    await Promise.all(processes.splice(0).map((process) => process.stop()));
    await service?.stop();
  });

  async function start(failAt?: string): Promise<IntakeProcess> {
    const process = await IntakeProcess.start(service, failAt);
    processes.push(process);
    return process;
  }

  const file = (process: IntakeProcess) => process.http.post('/api/v1/requests', aFiling(), KEY);
  const distinctEvents = () => new Set(events.map(({ id }) => id)).size;

  it.each(['intake.after-commit', 'relay.before-send', 'relay.after-send'])(
    'at %s loses no filing, doubles none, and its successor gives the client its answer',
    async (place) => {
      const first = await start(place);
      const answer = await file(first).catch(() => undefined);
      expect(await first.death()).toBe('SIGKILL');

      const second = await start();
      const again = await file(second);

      expect(again.status).toBe(201);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      if (answer) expect(again.body).toEqual(answer.body);
      expect(await service.query('SELECT id FROM request')).toEqual([{ id: again.body.id }]);
      await eventually(async () => {
        expect(events.length).toBeGreaterThanOrEqual(2);
        expect(await service.query('SELECT 1 FROM outbox')).toEqual([]);
      });
      expect(distinctEvents()).toBe(2);
    },
  );

  it.each(['consumer.before-commit', 'consumer.after-commit', 'consumer.before-offset'])(
    'at %s has its ticket news taken up once by its successor',
    async (place) => {
      const first = await start(place);
      const { body } = await file(first);
      const ticket = new ATicket({ requestId: body.id, itemId: body.items[0].id });
      await service.kafka.publishAll([ticket.routed(), ticket.accepted(), ticket.resolved(3)]);
      expect(await first.death()).toBe('SIGKILL');

      const second = await start();

      await eventually(async () => {
        expect((await second.http.get(`/api/v1/requests/${body.id}`)).body.status).toBe('COMPLETED');
        expect(await service.lag()).toEqual({ total: 0 });
      }, 40_000);
      const steps = await service.query<{ kind: string }>('SELECT kind FROM request_step ORDER BY sequence');
      expect(steps.map(({ kind }) => kind)).toEqual(['routed', 'accepted', 'resolved', 'completed']);
      await eventually(() => expect(distinctEvents()).toBe(3));
    },
  );
});

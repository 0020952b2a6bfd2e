import { TOPICS, deadLetterTopic } from '@nqi/contracts';
import { DeadLetters } from '@nqi/messaging';
import { TestService, aPrincipal, eventually } from '@nqi/test-kit';
import { ledger } from '../src/definition.js';
import { effects, filed, itemsOf, numbers } from './ledger-events.js';

const DLQ = deadLetterTopic(TOPICS.request.name, 'nqi-routing');
const UNREADABLE = Buffer.from([0xff, 0xff, 0xff, 0xff, 0x01]);

describe('dead letters', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await TestService.start(ledger);
  });

  afterEach(() => service.stop());

  it('parks what the domain refuses and lets the rest of the batch through, in order', async () => {
    const buried = await service.kafka.watch(DLQ);

    await service.kafka.publishAll(numbers(1, 20).map((item) => filed('k', item, item % 7 === 0 ? 'refuse' : 'work')));

    const others = numbers(1, 20).filter((item) => item % 7 !== 0);
    await eventually(async () => expect(itemsOf(await effects(service), 'k')).toEqual(others));
    await eventually(() => expect(buried).toHaveLength(2));
    expect(buried[0]?.headers).toMatchObject({
      nqi_error_code: 'LEDGER.REFUSED',
      ce_type: 'nqi.intake.v1.RequestFiled',
    });
    expect(buried[0]?.headers['nqi_original_position']).toMatch(/^nqi\.intake\.request\.v1\/\d+\/\d+$/);
    expect(await service.deadLetters()).toMatchObject([{ status: 'parked' }, { status: 'parked' }]);
  });

  it('tries a bug a few times and then parks it', async () => {
    await service.kafka.publishAll([filed('k', 1, 'break'), filed('k', 2)]);

    await eventually(async () => expect(itemsOf(await effects(service), 'k')).toEqual([2]), 30_000);
    expect(await service.deadLetters()).toMatchObject([{ error_code: 'UNEXPECTED.TypeError' }]);
  });

  it.each([
    ['bytes that are no such message', { ce_id: '00000000-0000-4000-8000-000000000001' }, 'EVENT.UNREADABLE'],
    ['a missing event id', {}, 'EVENT.BAD_ENVELOPE'],
    ['an event id that is no UUID', { ce_id: '7' }, 'EVENT.BAD_ENVELOPE'],
  ])('parks %s', async (_name, headers: Record<string, string>, code) => {
    await service.kafka.publishRaw(TOPICS.request.name, 'k', UNREADABLE, {
      ce_type: 'nqi.intake.v1.RequestFiled',
      ...headers,
    });
    await service.kafka.publish(filed('k', 1));

    await eventually(async () => expect(itemsOf(await effects(service), 'k')).toEqual([1]));
    expect(await service.deadLetters()).toMatchObject([{ error_code: code }]);
  });

  it('replays once, whoever presses the button how often', async () => {
    await service.kafka.publish(filed('k', 3, 'refuse-once'));
    const [letter] = await eventually(async () => {
      const letters = await service.deadLetters();
      expect(letters).toHaveLength(1);
      return letters;
    });
    const admin = await service.as(aPrincipal({ roles: ['administrator'] }));
    const path = `/api/v1/operations/routing/dead-letters/${letter?.['id']}/replay`;

    const answers = await Promise.all(numbers(1, 5).map(() => admin.post(path)));

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    expect(itemsOf(await effects(service), 'k')).toEqual([3]);
  });

  it('stays parked when a replay fails again, and can be given up with a reason', async () => {
    await service.kafka.publish(filed('k', 3, 'refuse'));
    await eventually(async () => expect(await service.deadLetters()).toHaveLength(1));
    const letters = service.app.get(DeadLetters);
    const [letter] = await letters.list();

    await expect(letters.replay(letter?.id ?? '', 'admin')).rejects.toThrow('refused');
    expect(await letters.list()).toHaveLength(1);
    await letters.discard(letter?.id ?? '', 'admin', 'sent by mistake');

    expect(await letters.list('discarded')).toMatchObject([{ settledBy: 'admin', settledReason: 'sent by mistake' }]);
  });

  it('shows them to administrators only', async () => {
    const path = '/api/v1/operations/routing/dead-letters';

    expect((await (await service.as()).get(path)).status).toBe(401);
    expect((await (await service.as(aPrincipal({ roles: ['clerk'] }))).get(path)).status).toBe(403);
    expect((await (await service.as(aPrincipal({ roles: ['auditor'] }))).get(path)).status).toBe(200);
  });
});

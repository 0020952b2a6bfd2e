import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '@nqi/test-kit/client';
import { City } from './support/city.js';
import { groundOf, type Ground } from './support/surface/allowed.js';
import { bodyOf } from './support/surface/bodies.js';
import { Chance } from './support/surface/chance.js';
import { spoil } from './support/surface/mutate.js';
import { addressOf, nameOf, type Operation } from './support/surface/operations.js';
import { together } from './support/surface/together.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const PER_OPERATION = Number(process.env['FUZZ_BODIES'] ?? 10_000);
const TIME_BOX_MS = Number(process.env['FUZZ_SECONDS'] ?? 86_400) * 1_000;
const AT_LEAST = 3;

/** Sends until it is answered for what it holds: a caller who is told to slow down waits as long as told. */
async function judged(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send();
    if (answer.status !== 429 || answer.body?.type !== 'RATE_LIMIT.EXCEEDED') return answer;
    await sleep(answer.body.details.retryAfterSeconds * 1_000);
  }
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);
const least = (counts: ReadonlyMap<string, number>) => Math.min(...counts.values());

/** Whatever a body holds, the answer is about the body: no server fault, no crash, no silence. */
describe('hostile bodies', () => {
  const city = City.running();
  let ground: Ground;
  let targets: Operation[];

  beforeAll(async () => {
    ground = await groundOf(city);
    targets = ground.surface.operations.filter(({ body }) => body !== undefined);
  });

  it('never make a server fault, whatever is wrong with them', async () => {
    const until = Date.now() + TIME_BOX_MS;
    const faults = new Map<string, string>();
    const heard = new Map<string, number>();
    const unheard = new Map<string, number>();
    const throwOne = async (operation: Operation, round: number) => {
      const seed = SEED + round * 7_919 + targets.indexOf(operation);
      const chance = new Chance(seed);
      const { client } = ground.whoMay(operation);
      const body = spoil(bodyOf(operation.body ?? {}, ground.surface, chance), chance);
      const path = addressOf(operation.path, ground.valuesFor(operation));
      const { status } = await judged(() =>
        client.send(operation.method, path, body, { 'content-type': 'application/json' }),
      );
      const counts = status === 401 && !operation.open ? unheard : heard;
      counts.set(nameOf(operation), (counts.get(nameOf(operation)) ?? 0) + 1);
      if (status >= 500) faults.set(nameOf(operation), `${status}, seed ${seed}: ${body.slice(0, 300)}`);
    };

    for (let round = 0; round < PER_OPERATION && (round < AT_LEAST || Date.now() < until); round += 1) {
      await together(targets, (operation) => throwOne(operation, round));
    }

    expect(Object.fromEntries(faults)).toEqual({});
    expect(heard.size).toBe(targets.length);
    expect(sum(unheard)).toBeLessThan(sum(heard) / 100);
    process.stdout.write(`${sum(heard)} bodies at ${heard.size} operations, the least of them ${least(heard)}\n`);
  }, 90_000_000);

  it('leave the system as well as it was', async () => {
    const tickets = ground.surface.operations.find((operation) => nameOf(operation) === 'GET /api/v1/tickets');
    const ready = await fetch(`${city.stack.baseUrl}/health/ready`);
    const { status } = await ground.whoMay(tickets as Operation).client.get('/api/v1/tickets');

    expect({ ready: ready.status, tickets: status }).toEqual({ ready: 200, tickets: 200 });
  });
});

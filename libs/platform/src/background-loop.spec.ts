import { Clock } from '@nqi/kernel';
import { BackgroundLoop } from './background-loop.js';

class StillClock extends Clock {
  now(): Date {
    return new Date('2026-11-24T02:00:00Z');
  }
}
const clock = new StillClock();
const later = (ms: number): Date => new Date(clock.now().getTime() + ms);

/** A loop whose passes the test lets end one by one. */
function aLoop() {
  const passes: { end: (restMs: number) => void; fail: () => void }[] = [];
  let begun: () => void = () => undefined;
  const loop = new BackgroundLoop({
    name: 'test',
    retryMs: 60_000,
    clock,
    pass: () =>
      new Promise((end, reject) => {
        passes.push({ end, fail: () => reject(new Error('away')) });
        begun();
      }),
  });
  const next = async (number: number) => {
    while (passes.length < number) await new Promise<void>((resolve) => (begun = resolve));
    return passes[number - 1] as (typeof passes)[number];
  };
  return { loop, next, passes };
}
const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a background loop', () => {
  it('rests until it is woken', async () => {
    const { loop, next, passes } = aLoop();
    loop.start();
    (await next(1)).end(60_000);
    await aMoment();
    expect(passes).toHaveLength(1);

    loop.wake();
    (await next(2)).end(60_000);
    await loop.stop();
  });

  it('does not sleep over what is told of while a pass is under way', async () => {
    const { loop, next } = aLoop();
    loop.start();
    const first = await next(1);
    loop.wake();
    first.end(60_000);

    (await next(2)).end(60_000);
    await loop.stop();
  });

  it('sleeps on when it is told of something after it wakes anyway', async () => {
    const { loop, next, passes } = aLoop();
    loop.start();
    (await next(1)).end(60_000);
    await aMoment();

    loop.wake(later(120_000));
    await aMoment();
    expect(passes).toHaveLength(1);
    await loop.stop();
  });

  it('goes on after a pass that failed, and stops from any rest', async () => {
    const { loop, next } = aLoop();
    loop.start();
    (await next(1)).fail();
    await aMoment();
    loop.wake();
    (await next(2)).end(60_000);
    await aMoment();

    await expect(loop.stop()).resolves.toBeUndefined();
  });
});

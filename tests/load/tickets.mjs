import { setTimeout as delay } from 'node:timers/promises';
import { percentiles } from './figures.mjs';

/** Looking is load too: few are followed, at a pace that still tells 50 ms from 60. */
const EVERY = 20;
const POLL_MS = 8;
const GIVE_UP_MS = 10_000;

/** Files at a steady rate and follows every twentieth filing until its ticket can be read at the workstation. */
export async function measureTickets(city, perSecond, seconds) {
  const total = Math.floor(perSecond * seconds);
  const begun = performance.now();
  const commits = [];
  const followed = [];
  const filings = [];
  for (let index = 0; index < total; index += 1) {
    const due = begun + (index / perSecond) * 1_000;
    const early = due - performance.now();
    if (early > 1) await delay(early);
    const started = performance.now();
    filings.push(
      city.file().then((request) => {
        commits.push(performance.now() - started);
        if (index % EVERY === 0) followed.push(follow(city, request.id, performance.now()));
      }),
    );
  }
  await Promise.all(filings);
  const times = await Promise.all(followed);
  return { perSecond, count: times.length, commitP50: percentiles(commits).p50, ...percentiles(times) };
}

async function follow(city, requestId, since) {
  while (performance.now() - since < GIVE_UP_MS) {
    const answer = await fetch(`${city.baseUrl}/api/v1/tickets?requestId=${requestId}`, { headers: city.headers });
    const { items } = await answer.json();
    if (items?.length > 0) return performance.now() - since;
    await delay(POLL_MS);
  }
  throw new Error(`no ticket of ${requestId} within ${GIVE_UP_MS} ms`);
}

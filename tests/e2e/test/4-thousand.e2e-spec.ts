import { eventually } from '@nqi/test-kit/client';
import pg from 'pg';
import { City } from './support/city.js';
import { deadLetters } from './support/dead-letters.js';
import { sampleRequests, wholeFiling } from './support/filings.js';
import { file, type FiledRequest } from './support/work.js';

const AT_ONCE = 8;

/** The whole sample over HTTP: a thousand requests, exactly one ticket for every item that need not wait for another. */
describe('a thousand filings', () => {
  const city = City.running();

  it('go through and each item gets one ticket', async () => {
    const waiting = sampleRequests();
    const filed: FiledRequest[] = [];
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        filed.push(await file(await city.as('dispatcher'), wholeFiling(next), next.id));
      }
    };

    await Promise.all(Array.from({ length: AT_ONCE }, worker));

    expect(filed).toHaveLength(1_000);
    expect(new Set(filed.map(({ id }) => id)).size).toBe(1_000);
    expect(new Set(filed.map(({ requestNo }) => requestNo)).size).toBe(1_000);
    const items = filed
      .flatMap((request) => request.items.filter(({ status }) => status === 'READY').map(({ id }) => id))
      .sort();
    await eventually(async () => expect(await ticketItems(city, items)).toEqual(items), 120_000);
    expect(await deadLetters(city)).toEqual({});
  });

  it('filed again under the same keys are the same requests', async () => {
    const [first] = sampleRequests();
    if (!first) throw new Error('the sample is empty');
    const dispatcher = await city.as('dispatcher');

    const once = await file(dispatcher, wholeFiling(first), first.id);

    expect((await file(dispatcher, wholeFiling(first), first.id)).id).toBe(once.id);
  });
});

/** Item ids of the tickets routing holds for these items, one entry per ticket, so that a doubled one shows. */
async function ticketItems(city: City, items: string[]): Promise<string[]> {
  const url = new URL(city.stack.postgres.url);
  url.pathname = '/nqi_routing';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows } = await client.query<{ item_id: string }>(
      'SELECT item_id FROM ticket WHERE item_id = ANY($1::uuid[]) ORDER BY item_id::text',
      [items],
    );
    return rows.map(({ item_id }) => item_id);
  } finally {
    await client.end();
  }
}

import { eventually } from '@nqi/test-kit/client';
import { City } from './support/city.js';
import { deadLetters } from './support/dead-letters.js';
import { districtFilings } from './support/filings.js';
import { accept, completed, file, ticketsOf, workToTheEnd } from './support/work.js';

/** The same way through the house, with routing killed in the middle of it. */
describe('when routing is killed', () => {
  const city = City.running();

  it('every request still ends completed, with one ticket per item', async () => {
    const cases = districtFilings();
    const before = city.stack.pids['routing'] ?? 0;
    const requests = [];
    for (const [index, one] of cases.entries()) {
      requests.push(await file(await city.as(`ent-${one.district}`), one.filing));
      if (index === Math.floor(cases.length / 2)) process.kill(before, 'SIGKILL');
    }
    await eventually(() => expect(city.stack.pids['routing']).not.toBe(before), 60_000);

    const dispatcher = await city.as('dispatcher');
    for (const [index, one] of cases.entries()) {
      const request = requests[index];
      if (!request) throw new Error('a filing is missing');
      const [ticket, ...more] = await eventually(() => ticketsOf(dispatcher, request), 90_000);
      expect(more).toEqual([]);
      expect(ticket?.nodeCode).toBe(one.station);
      if (!ticket) continue;
      await eventually(() => accept(city, ticket), 60_000);
      if (index === 3) process.kill(city.stack.pids['routing'] ?? 0, 'SIGKILL');
      await workToTheEnd(city, ticket, `ent-${one.district}`);
      await completed(await city.as(`ent-${one.district}`), request);
    }
    expect(await deadLetters(city)).toEqual({});
  });
});

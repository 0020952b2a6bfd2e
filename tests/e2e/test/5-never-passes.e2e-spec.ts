import { City } from './support/city.js';
import { bodyOf } from './support/surface/bodies.js';
import { NEVER } from './support/surface/never.js';
import { casesOf, type Case } from './support/surface/objects.js';
import { addressOf, nameOf, surfaceOf, type Surface } from './support/surface/operations.js';
import { personOf } from './support/surface/people.js';
import { aimOf } from './support/surface/verdict.js';

/** Written by hand, whatever the policy table says. */
describe('what must never pass', () => {
  const city = City.running();
  let surface: Surface;
  let cases: Case[];

  beforeAll(async () => {
    surface = await surfaceOf(city);
    cases = await casesOf(city);
  });

  it('is at least eighty different things', () => {
    expect(new Set(NEVER.map((row) => row.slice(0, 4).join(' '))).size).toBe(NEVER.length);
    expect(NEVER.length).toBeGreaterThanOrEqual(80);
  });

  it.each(NEVER)('%s (%s): %s %s, since %s', async (who, role, name, whose) => {
    const operation = surface.operations.find((one) => nameOf(one) === name);
    if (!operation) throw new Error(`nobody answers ${name}`);
    const { client } = await personOf(city, role, who);
    const about = cases.find(({ relation }) => relation === whose);
    const aim = about && aimOf(operation, about);
    const values = { service: 'routing', uscc: city.account('ent-370402').organization, year: '2027', ...aim?.values };
    // A body that is right, so that nothing else than who asks can be what is wrong.
    const body = operation.method === 'GET' ? undefined : JSON.stringify(bodyOf(operation.body ?? {}, surface) ?? {});

    const { status } = await client.send(operation.method, addressOf(operation.path, values), body, {
      ...(body && { 'content-type': 'application/json' }),
    });

    expect(aim ? [403, 404] : [403]).toContain(status);
    // That is there, for whoever may: the refusal was not for want of an object.
    if (aim && operation.method === 'GET') {
      const overseer = await city.as('dispatcher');
      expect((await overseer.get(addressOf(operation.path, values))).status).toBe(200);
    }
  });
});

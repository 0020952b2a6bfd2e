import { eventually } from '@nqi/test-kit/client';
import { City } from './support/city.js';
import { deadLetters } from './support/dead-letters.js';
import { DISTRICTS, TECHNICAL, districtFilings } from './support/filings.js';
import { accept, completed, file, ticketsOf, workToTheEnd, type FiledRequest, type Ticket } from './support/work.js';

/** Every district files one request of each domain on a fresh system; all figures start from nought. */
describe('the enterprise of each district', () => {
  const city = City.running();
  const cases = districtFilings();
  const filed = new Map<string, { request: FiledRequest; ticket: Ticket }>();
  const keyOf = ({ district, domain }: { district: string; domain: string }) => `${district} ${domain}`;

  it.each(cases)('$district files $domain, which lands at $station', async (one) => {
    const enterprise = await city.as(`ent-${one.district}`);
    const request = await file(enterprise, one.filing);

    const [ticket] = await ticketsOf(await city.as('dispatcher'), request);

    expect(ticket?.nodeCode).toBe(one.station);
    filed.set(keyOf(one), { request, ticket: ticket as Ticket });
  });

  it.each(cases)('$district has its $domain accepted, worked and issued', async (one) => {
    const { request, ticket } = filed.get(keyOf(one)) as { request: FiledRequest; ticket: Ticket };

    await accept(city, ticket);
    await workToTheEnd(city, ticket, `ent-${one.district}`);

    const done = await completed(await city.as(`ent-${one.district}`), request);
    expect(done.items[0].deliverables.length).toBeGreaterThan(0);
  });

  it('anyone can verify what was issued, and nobody without the code', async () => {
    for (const one of cases.slice(0, TECHNICAL.length)) {
      const { request } = filed.get(keyOf(one)) as { request: FiledRequest };
      const enterprise = await city.as(`ent-${one.district}`);
      const { body } = await enterprise.get(`/api/v1/${one.domain}/deliverables?requestId=${request.id}`);
      const [deliverable] = body.items;
      const path = `/api/v1/public/deliverables/${encodeURIComponent(deliverable.number)}`;

      const genuine = await city.anybody.get(`${path}?code=${deliverable.verifyCode}`);
      expect(genuine).toMatchObject({ status: 200, body: { genuine: true, sha256: deliverable.sha256 } });
      expect((await city.anybody.get(`${path}?code=WRONGCOD`)).status).toBe(404);

      const document = await fetch(
        `${city.stack.baseUrl}/api/v1/${one.domain}/deliverables/${deliverable.id}/document`,
        { headers: { authorization: enterprise.authorization } },
      );
      expect(document.headers.get('content-type')).toContain('application/pdf');
      expect(
        Buffer.from(await document.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
  });

  it('insight shows exactly these counts', async () => {
    const administrator = await city.as('administrator');
    const total = DISTRICTS.length * TECHNICAL.length;

    await eventually(async () => {
      const { body } = await administrator.get('/api/v1/insight/overview');
      expect(body.totals).toMatchObject({ filed: total, accepted: total, resolved: total, open: 0, cancelled: 0 });
      const perDomain = Object.fromEntries(
        body.domains.map((row: { domain: string; filed: number }) => [row.domain, row.filed]),
      );
      expect(perDomain).toEqual(Object.fromEntries(TECHNICAL.map((domain) => [domain, DISTRICTS.length])));
      const perNode = Object.fromEntries(
        body.nodes.map((row: { nodeCode: string; resolved: number }) => [row.nodeCode, row.resolved]),
      );
      const expected: Record<string, number> = {};
      for (const { station } of cases) expected[station] = (expected[station] ?? 0) + 1;
      expect(perNode).toEqual(expected);
    }, 30_000);
  });

  it('nothing is in a dead-letter topic', async () => {
    expect(await deadLetters(city)).toEqual({});
  });
});

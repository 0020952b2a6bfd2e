import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { City } from './support/city.js';
import { districtFilings, type Filing } from './support/filings.js';
import { groundOf, type Ground } from './support/surface/allowed.js';
import { bodyOf } from './support/surface/bodies.js';
import { addressOf, nameOf, type Operation } from './support/surface/operations.js';
import { together } from './support/surface/together.js';
import { file } from './support/work.js';

const MARK = `forged-${Date.now()}`;
const INJECTIONS = [
  "' OR '1'='1",
  "'; DROP TABLE ticket; SELECT pg_sleep(60); --",
  '") UNION SELECT usename, passwd FROM pg_shadow --',
  '%_\\',
  `x\r\n{"level":"error","msg":"${MARK}"}\r\n${MARK}`,
  '\u0000',
];
const TRAVERSALS = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '..%255c..%255cetc%255cpasswd',
  '%00',
  '%c0%ae%c0%ae/',
  'x'.repeat(2_000),
];
/** Fields that only the system itself writes. */
const NOT_THE_CALLERS = {
  id: '00000000-0000-7000-8000-00000000beef',
  status: 'COMPLETED',
  version: 4_711,
  roles: ['administrator', 'security_administrator'],
  organizationId: 'HUB-370400',
  nodePath: 'PROV-370000',
  createdBy: 'administrator',
  issuedAt: '2020-01-01T00:00:00Z',
  notAField: true,
};

/** What people type, send and put into addresses is text, never more. */
describe('hostile input', () => {
  const city = City.running();
  let ground: Ground;

  beforeAll(async () => {
    ground = await groundOf(city);
  });

  const addressFor = (operation: Operation, values = {}) =>
    addressOf(operation.path, { ...ground.valuesFor(operation), ...values });

  it('in any parameter of any query is text', async () => {
    const faults: string[] = [];
    const tries = ground.surface.operations
      .filter(({ method, path }) => method === 'GET' && path !== '/api/v1/events')
      .flatMap((operation) =>
        operation.parameters
          .filter((parameter) => parameter.in === 'query')
          .flatMap(({ name }) => INJECTIONS.map((text) => ({ operation, name, text }))),
      );

    await together(tries, async ({ operation, name, text }) => {
      const path = `${addressFor(operation)}?${name}=${encodeURIComponent(text)}`;
      const { status, body } = await ground.whoMay(operation).client.get(path);
      const told = JSON.stringify(body);
      if (status >= 500 || /syntax error|pg_shadow\W+\w*md5|SCRAM-SHA/i.test(told)) {
        faults.push(`${nameOf(operation)} ${name}=${JSON.stringify(text)}: ${status} ${told.slice(0, 200)}`);
      }
    });

    expect(tries.length).toBeGreaterThan(300);
    expect(faults).toEqual([]);
  });

  it('in a search finds nothing more than is there', async () => {
    const clerk = await city.as('clerk-WS-370402');
    for (const text of INJECTIONS.slice(0, 4)) {
      const { status, body } = await clerk.get(`/api/v1/tickets?q=${encodeURIComponent(text)}`);
      expect({ text, status, found: status === 200 ? body.items : [] }).toMatchObject({ text, found: [] });
    }
  });

  it('in the fields of a filing comes back as it was typed', async () => {
    const sample = districtFilings()[0]?.filing as Filing;
    const enterprise = await city.as('ent-370402');
    for (const text of INJECTIONS.slice(0, 4)) {
      const [item] = sample.items;
      const items = [{ ...item, form: { ...item?.form, note: text } }];
      const { id } = await file(enterprise, { ...sample, items, contact: { ...sample.contact, name: text } });

      const { body } = await enterprise.get(`/api/v1/requests/${id}`);

      expect([body.contact.name, body.items[0].form.note]).toEqual([text, text]);
    }
  });

  it('writes no line of a log', () => {
    const folder = join(dirname(process.env['NQI_STACK'] ?? ''), '../logs');
    const names = readdirSync(folder).filter((name) => name.endsWith('.log'));
    const forged = names.flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.startsWith(MARK) || line.startsWith(`{"level":"error","msg":"${MARK}`)),
    );

    expect(names.length).toBeGreaterThan(5);
    expect(forged).toEqual([]);
  });

  it('in any part of any address leads nowhere else', async () => {
    const faults: string[] = [];
    const tries = ground.surface.operations.flatMap((operation) =>
      [...operation.path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
        TRAVERSALS.map((text) => ({ operation, name, text })),
      ),
    );

    await together(tries, async ({ operation, name, text }) => {
      const [before = '', after = ''] = operation.path.split(`{${name}}`);
      const path = addressFor({ ...operation, path: before }) + text + addressFor({ ...operation, path: after });
      const body = operation.method === 'GET' || operation.method === 'DELETE' ? undefined : '{}';
      const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
      const answer = await ground.whoMay(operation).client.send(operation.method, path, body, headers);
      const told = JSON.stringify(answer.body);
      if (answer.status >= 500 || told.includes('root:')) faults.push(`${nameOf(operation)} ${text}: ${answer.status}`);
    });

    expect(tries.length).toBeGreaterThan(300);
    expect(faults).toEqual([]);
  });

  it('in the address of a page leads to no file of the machine', async () => {
    for (const text of TRAVERSALS) {
      for (const path of [`/${text}`, `/assets/${text}`]) {
        const answer = await city.anybody.get(path);
        expect({ path, fault: answer.status >= 500, leaked: JSON.stringify(answer.body).includes('root:x') }).toEqual({
          path,
          fault: false,
          leaked: false,
        });
      }
    }
  });

  it('beyond the declared fields of a body is refused by name', async () => {
    const taken: string[] = [];
    const targets = ground.surface.operations.filter(({ body }) => body && ground.surface.resolve(body).properties);

    await together(targets, async (operation) => {
      const declared = Object.keys(ground.surface.resolve(operation.body ?? {}).properties ?? {});
      const extra = Object.fromEntries(Object.entries(NOT_THE_CALLERS).filter(([name]) => !declared.includes(name)));
      const whole = bodyOf(operation.body ?? {}, ground.surface) as object;
      const answer = await ground
        .whoMay(operation)
        .client.send(operation.method, addressFor(operation), JSON.stringify({ ...whole, ...extra }), {
          'content-type': 'application/json',
        });
      const named = ((answer.body?.errors ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);
      const missed = Object.keys(extra).filter((name) => !named.includes(`/${name}`));
      if (answer.status < 400 || missed.length > 0)
        taken.push(`${nameOf(operation)}: ${answer.status} ${missed.join()}`);
    });

    expect(targets.length).toBeGreaterThan(50);
    expect(taken).toEqual([]);
  });

  it('beyond the fields of a job’s action changes nothing of the job', async () => {
    const { id, actions } = ground.own.jobs.metrology;
    const overseer = await city.as('dispatcher');
    const before = await overseer.get(`/api/v1/metrology/jobs/${id}`);
    const technician = ground.surface.operations.find(({ path }) => path === '/api/v1/metrology/jobs/{id}/{action}');

    await ground
      .whoMay(technician as Operation)
      .client.post(`/api/v1/metrology/jobs/${id}/${actions[0]?.name ?? ''}`, { ...NOT_THE_CALLERS, status: 'ISSUED' });

    const after = await overseer.get(`/api/v1/metrology/jobs/${id}`);
    expect(after.body).toEqual(before.body);
  });
});

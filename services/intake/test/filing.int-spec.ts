import { RequestFiledSchema, RequestItemReadySchema, TOPICS } from '@nqi/contracts';
import { addDays, shanghaiDate } from '@nqi/kernel';
import { TestService, anEnterprise, eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { enterpriseRegistered } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { OTHER, OWN, clerk, owner, stranger, walkIn } from './builders/offices.js';
import { bodyOfSample, samples } from './builders/sample-filings.js';

describe('Filing a request', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterAll(() => service?.stop());

  const file = (body: object, key?: string, client = enterprise) =>
    client.post('/api/v1/requests', body, key === undefined ? {} : { 'idempotency-key': key });
  const count = async (table: 'request' | 'request_item') =>
    Number((await service.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

  it('stores the request and answers with its number', async () => {
    const { status, body } = await file(aFiling());

    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      requestNo: expect.stringMatching(/^ZZ-JL-\d{8}-\d{6}$/),
      trackingCode: expect.stringMatching(/^[0-9A-Z]{12}$/),
      status: 'SUBMITTED',
      items: [{ id: expect.any(String), serviceCode: 'MET-003', status: 'READY' }],
    });
    expect(
      await service.query('SELECT enterprise_uscc, park_code, version FROM request WHERE id = $1', [body.id]),
    ).toEqual([{ enterprise_uscc: OWN.uscc, park_code: '370481901', version: 1 }]);
  });

  it('tells the other services of the request and of each ready item, in this order', async () => {
    const items = [
      { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] }, institutionId: 'ORG005' },
      { serviceCode: 'TRN-001', form: { participants: 7 }, recommendedByPlatform: true },
    ];
    const wantedDate = addDays(shanghaiDate(new Date()), 30);
    const { body } = await file(aFiling({ items, urgency: 'urgent', wantedDate }));

    const seen = await eventually(() => {
      const mine = events.filter(({ key }) => key === body.id);
      expect(mine).toHaveLength(3);
      return mine;
    });

    expect(body.requestNo).toMatch(/^ZZ-ZH-/);
    expect(seen.map(({ type }) => type)).toEqual([
      RequestFiledSchema.typeName,
      RequestItemReadySchema.typeName,
      RequestItemReadySchema.typeName,
    ]);
    expect(seen[1]?.content).toMatchObject({
      request: { requestId: body.id, requestNo: body.requestNo, enterpriseUscc: OWN.uscc, enterpriseName: OWN.name },
      itemId: body.items[0].id,
      serviceCode: 'MET-003',
      serviceNameZh: '计量器具校准(送检)',
      domain: 'metrology',
      performingLevel: 'municipal',
      completeLimitDays: 7,
      urgency: 'urgent',
      contactPhone: expect.stringMatching(/^enc:[^:]+:[^:]+:0632-\*{5}01$/),
      chosenInstitutionId: 'ORG005',
      wantedDate,
    });
    expect(seen[2]?.content).toMatchObject({ wantedDate, recommendedByPlatform: true });
    expect((await enterprise.get(`/api/v1/requests/${body.id}`)).body).toMatchObject({ wantedDate });
    expect(JSON.parse(seen[1]?.content.formJson)).toEqual(items[0]?.form);
  });

  it('takes what the sample holds, as the enterprises would file it', async () => {
    const some = samples().slice(0, 150);

    const answers = await Promise.all(
      some.map(async (sample) => {
        const client = await service.as(anEnterprise(sample.uscc, { organizationName: sample.enterprise }));
        return file(bodyOfSample(sample), undefined, client);
      }),
    );

    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.requestNo)).size).toBe(some.length);
  });

  it('by staff is for an enterprise that identity has registered', async () => {
    const staff = await service.as(clerk);
    const body = aFiling({ enterpriseUscc: OTHER.uscc.toLowerCase() });
    expect(await file(body, undefined, staff)).toMatchObject({
      status: 422,
      body: { type: 'REQUEST.UNKNOWN_ENTERPRISE', errors: [{ pointer: '/enterpriseUscc' }] },
    });

    await service.kafka.publish(enterpriseRegistered(OTHER.uscc, OTHER.name));

    const filed = await eventually(async () => {
      const answer = await file(body, undefined, staff);
      expect(answer.status).toBe(201);
      return answer;
    });
    expect(
      await service.query('SELECT enterprise_uscc, enterprise_name, filed_at_office FROM request WHERE id = $1', [
        filed.body.id,
      ]),
    ).toEqual([{ enterprise_uscc: OTHER.uscc, enterprise_name: OTHER.name, filed_at_office: 'WS-370481' }]);
  });

  it('by staff for an enterprise at the counter waits for it to register, and is then its own', async () => {
    const staff = await service.as(clerk);
    const uscc = walkIn.uscc;
    const body = aFiling({ enterpriseUscc: uscc, enterpriseName: '柜台报的名字', mode: 'offline' });
    const filed = await file(body, undefined, staff);
    expect(filed.status).toBe(201);
    const shown = async (client: HttpClient) => (await client.get(`/api/v1/requests/${filed.body.id}`)).body;
    expect((await shown(staff)).enterprise).toEqual({ uscc, name: '柜台报的名字', unverified: true });

    await service.kafka.publish(enterpriseRegistered(uscc, walkIn.name));

    const itself = await service.as(anEnterprise(uscc, { organizationName: walkIn.name }));
    await eventually(async () => expect((await shown(itself)).enterprise).toEqual({ uscc, name: walkIn.name }));
    const again = await file(body, undefined, staff);
    expect((await service.query('SELECT enterprise_name FROM request WHERE id = $1', [again.body.id]))[0]).toEqual({
      enterprise_name: walkIn.name,
    });
    expect(
      await file(aFiling({ enterpriseUscc: `${uscc.slice(0, 17)}?`, enterpriseName: 'X' }), undefined, staff),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/enterpriseUscc' }] },
    });
  });

  describe('under an idempotency key', () => {
    it('twenty times at once makes one request, and everybody gets the same answer', async () => {
      const before = await count('request');

      const answers = await Promise.all(Array.from({ length: 20 }, () => file(aFiling(), 'race-1')));

      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19);
      expect(await count('request')).toBe(before + 1);
      await eventually(() => {
        expect(events.filter(({ key }) => key === answers[0]?.body.id)).toHaveLength(2);
      });
    });

    it('at once on two replicas makes one request', async () => {
      const replica = await service.replica();
      try {
        const twin = await service.as(owner, replica.url);

        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, i) => file(aFiling(), 'race-2', i % 2 ? twin : enterprise)),
        );

        expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      } finally {
        await replica.stop();
      }
    });

    it('does not mind the order of fields, nor empty ones', async () => {
      const { items, ...rest } = aFiling();
      const first = await file({ items, ...rest }, 'order');

      const again = await file({ ...rest, packageCode: '', items }, 'order');

      expect(again.body).toEqual(first.body);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    });

    it('refuses another body and leaves the first alone', async () => {
      const first = await file(aFiling(), 'other-body');
      const before = await count('request');

      const second = await file(aFiling({ urgency: 'urgent' }), 'other-body');

      expect(second).toMatchObject({ status: 422, body: { type: 'IDEMPOTENCY.OTHER_BODY' } });
      expect(await count('request')).toBe(before);
      expect((await file(aFiling(), 'other-body')).body).toEqual(first.body);
    });

    it('of another enterprise is another key', async () => {
      const [mine, theirs] = [
        await file(aFiling(), 'shared'),
        await file(aFiling(), 'shared', await service.as(stranger)),
      ];

      expect(theirs.status).toBe(201);
      expect(theirs.body.id).not.toBe(mine.body.id);
    });

    it('that failed validation is still free', async () => {
      const refused = await file(aFiling({ regionCode: '1' }), 'failed-first');
      const filed = await file(aFiling(), 'failed-first');

      expect([refused.status, filed.status]).toEqual([422, 201]);
      expect(filed.headers.get('idempotent-replayed')).toBeNull();
    });

    it('must be a key', async () => {
      expect(await file(aFiling(), 'x'.repeat(256))).toMatchObject({
        status: 422,
        body: { type: 'IDEMPOTENCY.BAD_KEY' },
      });
    });
  });

  it('without a key twice makes two requests', async () => {
    const [first, second] = [await file(aFiling()), await file(aFiling())];

    expect(second.body.id).not.toBe(first.body.id);
  });

  it('gives every request of a crowd a number of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => file(aFiling())));

    expect(new Set(answers.map(({ body }) => body.requestNo)).size).toBe(200);
  });
});

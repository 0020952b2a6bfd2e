import { anEnterprise, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, SHIZHONG, TestRouting } from './builders/service.js';

const PATH = '/api/v1/network/institutions';
const LICENCE = { kind: 'CNAS-L', number: 'CNAS L12345', validFrom: '2024-01-01', validUntil: '2030-12-31' };
const APPLICATION = {
  name: '滕州某计量校准有限公司',
  uscc: '91370481MA3ABCD159',
  kind: '校准实验室',
  ownership: 'private',
  scope: '几何量校准',
  qualifications: [
    { ...LICENCE, issuer: '中国合格评定国家认可委员会', issuedOn: '2024-01-01', evidence: '认可证书扫描件' },
  ],
  capabilities: [{ domain: 'metrology', serviceCode: 'MET-003', categories: [] }],
};

describe('an institution on its way into the service system', () => {
  let routing: TestRouting;
  let clerk: HttpClient;
  let dispatcher: HttpClient;
  let administrator: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    clerk = await routing.as(COUNTY, 'clerk', 'clerk-tengzhou');
    dispatcher = await routing.as(HUB, 'dispatcher', 'dispatcher');
    administrator = await routing.as(HUB, 'administrator', 'administrator');
  });
  afterAll(() => routing.stop());

  const post = (client: HttpClient, path: string, body: object, headers: Record<string, string> = {}) =>
    client.send('POST', `${PATH}${path}`, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  const verify = { kind: LICENCE.kind, number: LICENCE.number, source: 'CNAS 获认可机构名录' };

  it('applies by its office, is checked by another, goes online, and only then is given work', async () => {
    const key = { 'idempotency-key': 'application-1' };
    const filed = await post(clerk, '', APPLICATION, key);
    const again = await post(clerk, '', APPLICATION, key);
    expect([filed.status, again.status, again.body.id]).toEqual([201, 201, filed.body.id]);
    const id = filed.body.id as string;
    expect(filed.body).toMatchObject({
      stage: 'APPLY',
      active: false,
      homeNodeCode: 'WS-370481',
      regionCode: '370481',
    });

    const enterprise = await routing.service.as(anEnterprise('91370481XD4164886N'));
    const elsewhere = await routing.as(SHIZHONG);
    for (const stranger of [enterprise, elsewhere]) {
      expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404);
      expect((await stranger.get(`${PATH}?stage=APPLY`)).body.items).toEqual([]);
      expect((await stranger.get(`${PATH}/${id}/capabilities/MET-003/scope`)).status).toBe(404);
      expect((await stranger.get(`/api/v1/network/qualifications?institutionId=${id}`)).body.items).toEqual([]);
    }
    expect((await clerk.get(`${PATH}?stage=APPLY,DOC_CHECK`)).body.items).toMatchObject([{ id }]);
    expect((await clerk.get(PATH)).body.items).not.toContainEqual(expect.objectContaining({ id }));

    const wish = { serviceCode: 'MET-003', form: { instruments: [{ name: '卡尺', qty: 1 }] }, chosenInstitutionId: id };
    const [early] = await routing.route(anItem(wish));
    const { body: receipt } = await clerk.get(`/api/v1/tickets/${early}/decision`);
    expect(receipt.institution).toMatchObject({ clientWish: 'NOT_ELIGIBLE' });
    expect(receipt.candidates).toContainEqual(
      expect.objectContaining({ institutionId: id, verdicts: expect.objectContaining({ active: 'NOT_ADMITTED' }) }),
    );

    expect((await post(clerk, `/${id}/checks`, { step: 'take-up' })).status).toBe(403);
    const etag = (await dispatcher.get(`${PATH}/${id}/lifecycle`)).headers.get('etag') ?? '';
    const [one, other] = await Promise.all(
      [dispatcher, administrator].map((who) => post(who, `/${id}/checks`, { step: 'take-up' }, { 'if-match': etag })),
    );
    expect([one?.status, other?.status].sort()).toEqual([200, 412]);
    const unverified = await post(dispatcher, `/${id}/checks`, { step: 'approve', evidence: ['核查表'] });
    expect([unverified.status, unverified.body.type]).toEqual([409, 'INSTITUTION.NOT_VERIFIED']);
    const verified = await post(dispatcher, `/${id}/qualifications/verify`, verify);
    expect(verified.body.qualifications).toMatchObject([{ verified: { by: 'dispatcher', source: verify.source } }]);
    await post(dispatcher, `/${id}/checks`, { step: 'call-site-check' });
    const silent = await post(dispatcher, `/${id}/checks`, { step: 'approve' });
    expect([silent.status, silent.body.type]).toEqual([422, 'INSTITUTION.EVIDENCE_NEEDED']);
    await post(dispatcher, `/${id}/checks`, { step: 'approve', evidence: ['现场核查表 2026-07'] });
    const online = await post(administrator, `/${id}/standing`, { step: 'go-online' });
    expect(online.body).toMatchObject({ stage: 'ONLINE', active: true });

    const [late] = await routing.route(anItem(wish));
    expect((await clerk.get(`/api/v1/tickets/${late}`)).body).toMatchObject({ institutionId: id });
    expect((await enterprise.get(`${PATH}/${id}`)).status).toBe(200);

    const life = await clerk.get(`${PATH}/${id}/lifecycle`);
    expect(life.body).toMatchObject({ stage: 'ONLINE', allowed: [] });
    expect(life.body.lines.map(({ step, by }: { step: string; by: string }) => `${step} ${by}`)).toEqual([
      'go-online administrator',
      'approve dispatcher',
      'call-site-check dispatcher',
      expect.stringMatching(/^take-up /),
      'apply clerk-tengzhou',
    ]);
    expect(life.body.lines[1].evidence).toEqual(['现场核查表 2026-07']);
    await expect(routing.service.query(`UPDATE institution_step SET actor = 'nobody'`)).rejects.toThrow(
      /only ever added/,
    );
  });

  it('is not checked by whoever applied, and is said anew when it was sent back', async () => {
    const uscc = '91370402MA3ABCD14Q';
    const bad = await post(dispatcher, '', { ...APPLICATION, uscc: '91370481MA3ABCD158' });
    const twice = await post(dispatcher, '', APPLICATION);
    expect([bad.body.type, twice.body.type]).toEqual(['INSTITUTION.BAD_USCC', 'INSTITUTION.CREDIT_CODE_TAKEN']);
    const { body: filed } = await post(dispatcher, '', { ...APPLICATION, uscc, homeNodeCode: 'WS-370402' });
    const id = filed.id as string;

    for (const [path, body] of [
      ['checks', { step: 'take-up' }],
      ['qualifications/verify', verify],
    ] as const) {
      const own = await post(dispatcher, `/${id}/${path}`, body);
      expect([own.status, own.body.type]).toEqual([403, 'INSTITUTION.OWN_APPLICATION']);
    }
    expect((await dispatcher.get(`${PATH}/${id}/lifecycle`)).body).toMatchObject({ allowed: [], mayVerify: false });

    await post(administrator, `/${id}/checks`, { step: 'take-up' });
    await post(administrator, `/${id}/checks`, { step: 'send-back', reason: '缺少设备清单' });
    const foreign = await clerk.send('PUT', `${PATH}/${id}/application`, JSON.stringify({ ...APPLICATION, uscc }), {
      'content-type': 'application/json',
    });
    expect(foreign.status).toBe(404);
    const lead = await routing.as(SHIZHONG, 'lead', 'lead-shizhong');
    const said = { ...APPLICATION, uscc, scope: '几何量校准（附设备清单）' };
    const anew = await lead.send('PUT', `${PATH}/${id}/application`, JSON.stringify(said), {
      'content-type': 'application/json',
    });
    expect([anew.status, anew.body.stage, anew.body.scope]).toEqual([200, 'APPLY', said.scope]);
    const refused = await post(administrator, `/${id}/checks`, { step: 'refuse', reason: '不具备条件' });
    expect(refused.body.stage).toBe('REMOVED');
    const after = await administrator.send('PATCH', `${PATH}/${id}`, JSON.stringify({ scope: 'x' }), {
      'content-type': 'application/json',
    });
    expect([after.status, after.body.type]).toEqual([409, 'INSTITUTION.REMOVED']);
  });

  it('applies by its own administrator under the number of the account', async () => {
    const own = await routing.service.as(staffOfInstitution('ORG2001', 'institution_administrator'));
    const filed = await post(own, '', { ...APPLICATION, uscc: '91370403MA3ABCD18K' });

    expect([filed.status, filed.body.id, filed.body.homeNodeCode]).toEqual([201, 'ORG2001', undefined]);
    expect((await own.get(`${PATH}/ORG2001/lifecycle`)).body).toMatchObject({ stage: 'APPLY', mayResubmit: true });
    expect((await own.get(`${PATH}/ORG005/lifecycle`)).status).toBe(404);
  });
});

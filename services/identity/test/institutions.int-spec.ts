import { NetworkChangedSchema, NetworkMemberKind, TOPICS, eventMessage, toTimestamp } from '@nqi/contracts';
import { aPrincipal, eventually } from '@nqi/test-kit';
import { AnIdentity } from './an-identity.js';

describe('an institution that comes to the service system', () => {
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start();
  });
  afterAll(() => identity.stop());

  const changed = (nameZh: string, active: boolean) =>
    eventMessage(TOPICS.network, 'ORG1001', NetworkChangedSchema, {
      code: 'ORG1001',
      kind: NetworkMemberKind.INSTITUTION,
      nameZh,
      regionCode: '370481',
      active,
      changedAt: toTimestamp(new Date('2026-11-24T02:00:00Z')),
    });

  it('is an organisation that people can be appointed for, and follows the name on the register', async () => {
    const security = await identity.signedFor(aPrincipal({ roles: ['security_administrator'] }));
    const keeper = {
      username: 'keeper-org1001',
      displayName: '王主任',
      roles: ['institution_administrator'],
      organizationId: 'ORG1001',
    };
    expect((await security.post('/api/v1/accounts', keeper)).body.type).toBe('ORGANIZATION.NOT_YOURS');

    await identity.service.kafka.publishAll([changed('某校准公司', false), changed('某校准有限公司', true)]);

    const known = () => identity.service.query(`SELECT kind, name, region_code FROM organization WHERE id = 'ORG1001'`);
    await eventually(async () =>
      expect(await known()).toEqual([{ kind: 'institution', name: '某校准有限公司', region_code: '370481' }]),
    );
    const appointed = await security.post('/api/v1/accounts', keeper);
    expect([appointed.status, appointed.body.organizationId]).toEqual([201, 'ORG1001']);
  });
});

import { applicant, type Application } from './institution-application.js';
import { withQualificationEdit, withVerification } from './institution-edit.js';

const LICENCE = { kind: 'CMA', number: '241500202345', validFrom: '2024-01-01', validUntil: '2029-12-31' };
const application = (fields: Partial<Application> = {}): Application => ({
  name: '某检测公司',
  uscc: '91370481MA3ABCD159',
  kind: '检验检测机构',
  ownership: 'private',
  scope: '建材检测',
  qualifications: [LICENCE],
  capabilities: [{ domain: 'testing', serviceCode: 'TST-001', categories: ['建材'] }],
  ...fields,
});

describe('an application', () => {
  it('makes a body that has yet to be checked, with nothing verified', () => {
    const body = applicant('ORG1001', application(), '370481');

    expect(body).toMatchObject({ id: 'ORG1001', stage: 'APPLY', regionCode: '370481' });
    expect(body.qualifications).toEqual([{ ...LICENCE, status: 'VALID', demo: false }]);
  });

  it.each([
    [
      { qualifications: [LICENCE, { ...LICENCE, number: '12' }] },
      'QUALIFICATION.BAD_NUMBER',
      '/qualifications/1/number',
    ],
    [{ qualifications: [LICENCE, LICENCE] }, 'QUALIFICATION.TAKEN', '/qualifications/1/number'],
    [
      { qualifications: [{ ...LICENCE, issuedOn: '2024-02-30' }] },
      'QUALIFICATION.BAD_DATE',
      '/qualifications/0/issuedOn',
    ],
    [
      { capabilities: [{ domain: 'metrology', serviceCode: 'TST-001', categories: [] }] },
      'CAPABILITY.OTHER_DOMAIN',
      '/capabilities/0/domain',
    ],
  ] as const)('is judged line by line: %j', (fields, code, pointer) => {
    expect(() => applicant('ORG1001', application(fields), undefined)).toThrow(
      expect.objectContaining({ code, kind: 'invalid', pointer }),
    );
  });
});

describe('the verification of a qualification', () => {
  const verified = { by: 'checker', at: '2026-11-24T02:00:00.000Z', source: '全国认证认可信息公共服务平台' };
  const key = { kind: 'CMA', number: LICENCE.number };
  const body = withVerification(applicant('ORG1001', application(), undefined), key, verified);

  it('stays while its facts stay, also when the authority suspends it', () => {
    expect(withQualificationEdit(body, key, { validUntil: LICENCE.validUntil }).qualifications[0]?.verified).toEqual(
      verified,
    );
    expect(withQualificationEdit(body, key, {}, 'suspend').qualifications[0]?.verified).toEqual(verified);
  });

  it('ends with a change of its facts', () => {
    expect(withQualificationEdit(body, key, { validUntil: '2035-12-31' }).qualifications[0]).not.toHaveProperty(
      'verified',
    );
    expect(withQualificationEdit(body, key, { issuer: '省局' }).qualifications[0]).not.toHaveProperty('verified');
  });
});

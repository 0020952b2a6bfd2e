import { askedSecondFactor, vouchedEnterprise, vouchedUsername, type SignOnProvider } from './sign-on-provider.js';

const provider: SignOnProvider = {
  id: 'city',
  label: { zh: '市统一身份认证', en: 'City sign-on' },
  issuer: 'https://id.example.org',
  clientId: 'nqi',
  clientSecret: 'secret',
  redirectUri: 'https://nqi.example.org/single-sign-on',
  scope: 'openid',
  match: { usernameClaim: 'preferred_username', verifiedClaim: 'username_verified' },
  registration: { usccClaim: 'uscc', nameClaim: 'org_name' },
  secondFactor: { acr: ['urn:mfa'], amr: ['otp', 'hwk'] },
};
const says = (all: Record<string, unknown>) => ({ issuer: provider.issuer, subject: 's', all });

describe('a second factor at the provider', () => {
  it.each([
    ['a trusted acr', { acr: 'urn:mfa' }, true],
    ['a trusted amr among others', { amr: ['pwd', 'otp'] }, true],
    ['an untrusted acr', { acr: 'urn:password' }, false],
    ['an untrusted amr', { amr: ['pwd'] }, false],
    ['an amr that is no list', { amr: 'otp' }, false],
    ['nothing', {}, false],
  ])('counts by %s: %j is %s', (_, claims, counts) => {
    expect(askedSecondFactor(provider, says(claims))).toBe(counts);
  });

  it('never counts for a provider that is not trusted in this', () => {
    const untrusted = { ...provider, secondFactor: { acr: [], amr: [] } };

    expect(askedSecondFactor(untrusted, says({ acr: undefined, amr: ['otp'] }))).toBe(false);
  });
});

describe('a user name', () => {
  it('is believed when the provider says that it has checked it', () => {
    expect(vouchedUsername(provider, says({ preferred_username: ' li.wei ', username_verified: true }))).toBe('li.wei');
  });

  it.each([
    ['unchecked', { preferred_username: 'li.wei' }],
    ['checked in words only', { preferred_username: 'li.wei', username_verified: 'true' }],
    ['missing', { username_verified: true }],
    ['no text', { preferred_username: { $ne: '' }, username_verified: true }],
  ])('is not believed when it is %s', (_, claims) => {
    expect(vouchedUsername(provider, says(claims))).toBeUndefined();
  });

  it('is never believed unless the configuration allows it', () => {
    const plain = { ...provider, match: undefined };

    expect(vouchedUsername(plain, says({ preferred_username: 'li.wei', username_verified: true }))).toBeUndefined();
  });
});

describe('an enterprise', () => {
  it('is taken with both its code and its name, from a provider that may register it', () => {
    const claims = says({ uscc: '91370481MA3ABCD159', org_name: '滕州机床厂' });

    expect(vouchedEnterprise(provider, claims)).toEqual({ uscc: '91370481MA3ABCD159', name: '滕州机床厂' });
    expect(vouchedEnterprise({ ...provider, registration: undefined }, claims)).toBeUndefined();
    expect(vouchedEnterprise(provider, says({ uscc: '91370481MA3ABCD159' }))).toBeUndefined();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignOnProviders } from './sign-on-providers.file-store.js';

const GOOD = {
  id: 'city',
  label: { zh: '市统一身份认证', en: 'City sign-on' },
  issuer: 'https://id.example.org',
  clientId: 'nqi',
  clientSecretFile: 'secret',
  redirectUri: 'https://nqi.example.org/single-sign-on',
};

describe('the file of providers', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nqi-sso-'));
    writeFileSync(join(folder, 'secret'), ' s3cret\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const load = (...providers: object[]) => {
    const file = join(folder, 'providers.json');
    writeFileSync(file, JSON.stringify({ providers }));
    return SignOnProviders.load(file);
  };

  it('names none when there is no file', async () => {
    expect((await SignOnProviders.load(undefined)).list).toEqual([]);
  });

  it('is read with the secret that lies beside it and trusts no second factor unless told to', async () => {
    const { list } = await load(GOOD);

    expect(list).toEqual([
      expect.objectContaining({ clientSecret: 's3cret', scope: 'openid', secondFactor: { acr: [], amr: [] } }),
    ]);
  });

  it('takes an address without TLS within the machine alone', async () => {
    const local = { ...GOOD, issuer: 'http://127.0.0.1:9000' };

    expect((await load(local)).list).toHaveLength(1);
    await expect(load({ ...GOOD, issuer: 'http://id.example.org' })).rejects.toThrow('https address');
  });

  it.each([
    ['an id that cannot stand in an address', { id: 'City Hall' }, 'id of a provider'],
    ['no label', { label: undefined }, 'label'],
    ['no client', { clientId: '' }, 'clientId'],
    ['a scope without openid', { scope: 'profile' }, 'openid'],
    ['half a match', { match: { usernameClaim: 'name' } }, 'verifiedClaim'],
    ['half a registration', { registration: { usccClaim: 'uscc' } }, 'nameClaim'],
    ['a secret that is not there', { clientSecretFile: 'nowhere' }, 'client secret'],
  ])('refuses %s', async (_, fault, message) => {
    await expect(load({ ...GOOD, ...fault })).rejects.toThrow(message);
  });

  it('refuses the same id twice and what is not JSON', async () => {
    await expect(load(GOOD, GOOD)).rejects.toThrow('same id');
    await expect(SignOnProviders.load(join(folder, 'secret'))).rejects.toThrow('cannot be used');
  });
});

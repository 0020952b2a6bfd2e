import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProvinceConnection, ProvinceTargets } from './province-connection.js';
import { newSigningSecret } from './signature.js';

describe('the connection to the province', () => {
  let home: string;
  let file: string;
  const [first, second, third] = [newSigningSecret(), newSigningSecret(), newSigningSecret()];
  const settings = () => ({ PROVINCE_URL: 'https://province.example.cn/nqi/', PROVINCE_SECRET_FILE: file });

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'nqi-province-'));
    file = join(home, 'secret');
    await writeFile(file, `${first}\n`);
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('is none when nothing is set, and what waits then is not given up', async () => {
    expect(await ProvinceConnection.read({})).toBeUndefined();
    await expect(new ProvinceTargets(undefined, 'tickets').find()).rejects.toThrow('not connected');
  });

  it('has an address, and signs by what stands in the file at the moment', async () => {
    const connection = await ProvinceConnection.read(settings());
    const targets = new ProvinceTargets(connection, 'tickets');
    expect(await targets.find()).toEqual({
      url: 'https://province.example.cn/nqi/tickets',
      secrets: [first],
      reach: 'any',
    });

    await writeFile(file, `${second}\n${first}\n`);
    expect((await targets.find()).secrets).toEqual([second, first]);
  });

  it.each([
    ['no file', { PROVINCE_SECRET_FILE: '' }, undefined],
    ['no address', { PROVINCE_URL: '' }, undefined],
    ['an address that is none', { PROVINCE_URL: 'province' }, undefined],
    ['a file that is not there', { PROVINCE_SECRET_FILE: '/nowhere/secret' }, undefined],
    ['an empty file', {}, ''],
    ['a short secret', {}, 'whsec_c2hvcnQ='],
    ['three secrets', {}, `${first} ${second} ${third}`],
  ])('does not start with %s', async (_, differs, content) => {
    if (content !== undefined) await writeFile(file, content);
    await expect(ProvinceConnection.read({ ...settings(), ...differs })).rejects.toThrow('PROVINCE_');
  });
});
